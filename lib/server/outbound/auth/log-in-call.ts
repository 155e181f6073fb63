import type { Answer } from "@/lib/server/outbound/transport";
import { VendorError } from "@/lib/vendors/errors";

/** What a log-in needs of the connection: one POST, and a place to register what must stay secret. */
export interface LogInPorts {
  vendor: string;
  /** @throws VendorError where there is no answer. `base` null: the connection's own base URL. */
  post(call: LogInCall): Promise<Answer>;
  /** A configured secret, before it can be sent or logged. */
  hide(secret: string): void;
  /** The same for a token that was issued to us. */
  hideToken(token: string): void;
  /** Epoch ms. */
  now(): number;
  /** Ms of a clock that never steps. */
  tick(): number;
}

export interface LogInCall {
  base: string | null;
  path: string;
  query?: Record<string, string>;
  body: unknown;
  /** Template for metrics and errors. */
  operation: string;
}

/** Why a log-in without its token failed, with the vendor's words where it gave any. */
export function logInRefused(vendor: string, operation: string, answer: Answer): VendorError {
  const words = vendorWords(answer.text);
  const said = words === null ? `HTTP ${answer.status}` : `HTTP ${answer.status}: ${words}`;
  const facts = { vendor, operation, httpStatus: answer.status };
  if (answer.status === 401 || answer.status === 403) {
    return new VendorError({ ...facts, reason: "unauthorized", message: `The vendor refused the log-in (${said}).` });
  }
  if (answer.status === 429) {
    return new VendorError({ ...facts, reason: "rate-limited", message: `The vendor has too many log-ins (${said}).` });
  }
  if (answer.status >= 500) {
    return new VendorError({ ...facts, reason: "unavailable", message: `The vendor could not log us in (${said}).` });
  }
  const reason = answer.status === 404 || answer.status < 300 ? "contract" : "rejected";
  return new VendorError({ ...facts, reason, message: `The log-in was not understood at this address (${said}).` });
}

/** How long something lasts, in ms, that the vendor says ends at `vendorTime` (epoch ms by its clock); null: unknown. */
export function lifeOf(vendorTime: number, answer: Answer, now: number): number | null {
  if (!Number.isFinite(vendorTime)) return null;
  const vendorNow = Date.parse(answer.headers["date"] ?? "");
  return vendorTime - (Number.isNaN(vendorNow) ? now : vendorNow);
}

/** An object's fields, for reading what is not trusted. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** The body as JSON, or null where it is none. */
export function looseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function vendorWords(text: string): string | null {
  const body = fieldsOf(looseJson(text));
  const words = body.errorMessage ?? body.error_msg ?? fieldsOf(body.error).message;
  return typeof words === "string" && words !== "" ? words.slice(0, 300) : null;
}
