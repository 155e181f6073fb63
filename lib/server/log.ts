import pino, { type DestinationStream, type Logger } from "pino";
import { redact } from "@/lib/server/outbound/secrets";

const LEVELS = new Set(["trace", "debug", "info", "warn", "error", "fatal", "silent"]);
/** No single field may fill a log: a vendor's text can be megabytes. */
const LONGEST_FIELD = 8 * 1024;

/**
 * A logger that writes JSON lines in which no registered secret stands, wherever it came from: message, field names,
 * fields, errors and their causes. Errors go under `err`.
 */
export function createLog(level: string | undefined, destination?: DestinationStream): Logger {
  const options = {
    level: level !== undefined && LEVELS.has(level) ? level : "info",
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: pino.stdSerializers.errWithCause, error: pino.stdSerializers.errWithCause },
    hooks: { streamWrite: cleanLine },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** The server's log on standard output, at `LOG_LEVEL`. */
export const log = createLog(process.env.LOG_LEVEL);

/** Value by value, so that the line stays JSON whatever the secret looks like. */
function cleanLine(line: string): string {
  if (line.length <= LONGEST_FIELD && redact(line) === line) return line;
  return `${JSON.stringify(JSON.parse(line), (_key, value: unknown) => cleanValue(value))}\n`;
}

function cleanValue(value: unknown): unknown {
  if (typeof value === "string") return cut(redact(value));
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [redact(key), field]));
}

function cut(text: string): string {
  return text.length <= LONGEST_FIELD ? text : `${text.slice(0, LONGEST_FIELD)}… (${text.length} characters)`;
}
