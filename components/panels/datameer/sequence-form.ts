/** The file id that a job's details name, for the first row of a sequence; "" where they name none. */
export function firstFileId(details: Record<string, unknown> | undefined): string {
  const file = details?.file;
  const inFile = typeof file === "object" && file !== null && "id" in file ? file.id : undefined;
  const found = details?.fileId ?? inFile;
  return typeof found === "number" || typeof found === "string" ? String(found) : "";
}

export interface Variable {
  name: string;
  value: string;
}

/** `name=value`, one a line, as the action's form reads it; a row without a name is not sent. */
export function variableLines(variables: readonly Variable[]): string {
  return variables
    .filter(({ name }) => name.trim() !== "")
    .map(({ name, value }) => `${name.trim()}=${value}`)
    .join("\n");
}
