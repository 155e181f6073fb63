const LONGEST_NAME = 160;

/** A statement on one line, without the comments that tools put before it. Empty where nothing but comments is there. */
export function nameOfSql(sql: string): string {
  // Only the beginning is looked at: a statement may have megabytes.
  const head = sql.slice(0, 4_000);
  const bare = head.replace(/^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/, "");
  const line = (bare === "" ? head : bare).replace(/\s+/g, " ").trim();
  if (line.length <= LONGEST_NAME) return line;
  return `${line
    .slice(0, LONGEST_NAME - 1)
    .trimEnd()
    .replace(/[\ud800-\udbff]$/, "")}…`;
}

/** What a job is called while its SQL is not known. */
export function nameOfType(queryType: string | undefined, id: string): string {
  return queryType === undefined || queryType === "" ? id : `${queryType} ${id}`;
}
