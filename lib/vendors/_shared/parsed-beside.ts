/**
 * Puts `<field>Parsed` beside each of these fields whose text is JSON: the text stays as it came, the parsed value is
 * null where it is not JSON after all. Fields that are absent or no text gain nothing.
 */
export function withParsed(record: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  const parsed = fields.flatMap((field): [string, unknown][] => {
    const text = record[field];
    return typeof text === "string" && text !== "" ? [[`${field}Parsed`, parseOrNull(text)]] : [];
  });
  return { ...record, ...Object.fromEntries(parsed) };
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
