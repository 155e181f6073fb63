const KNOWN: Record<string, string> = {
  id: "ID",
  sql: "SQL",
  url: "URL",
  uuid: "UUID",
  smn: "SMN",
  udf: "UDF",
  obs: "OBS",
  cu: "CU",
  tm: "TM",
  jar: "JAR",
  api: "API",
};

/** A camelCase field as words: `restartWhenException` → `Restart when exception`, `jobId` → `Job ID`. */
export function fieldName(key: string): string {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim()
    .split(/\s+/)
    .map((word) => KNOWN[word.toLowerCase()] ?? word.toLowerCase());
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
