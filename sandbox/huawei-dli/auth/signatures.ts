import { timingSafeEqual } from "node:crypto";
import { ACCESS_KEYS, type AccessKey } from "../accounts";
import { GatewayError } from "../wire/errors";
import { canonicalRequest, sha256Hex, signature } from "./canonical-request";

const SKEW_MS = 15 * 60_000;
const STRIKES = 5;
const LOCK_MS = 5 * 60_000;

/** A request as the gateway sees it. `path` and `query` as on the wire, header names in lower case. */
export interface IncomingCall {
  method: string;
  path: string;
  query: string;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/** The gateway's clocks: `gateway` judges a signature's age, `world` times a lock. Epoch ms. */
export interface GateClocks {
  gateway: number;
  world: number;
}

/** Verifies AK/SK signatures in full and locks a key for five minutes after five bad ones in a row. */
export class SignatureGate {
  #strikes = new Map<string, { bad: number; lockedUntil: number }>();

  reset(): void {
    this.#strikes.clear();
  }

  /** The user who signed. Throws the gateway's 401 for anything else. */
  verify(call: IncomingCall, clocks: GateClocks): string {
    const parsed = /^SDK-HMAC-SHA256 Access=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)$/.exec(
      call.headers["authorization"] ?? "",
    );
    if (!parsed) throw refused("authorization format error");
    const [, ak = "", names = "", given = ""] = parsed;
    const key = ACCESS_KEYS.find((candidate) => candidate.ak === ak);
    if (!key) throw refused(`Get secretKey failed,ak:${ak},err:ak not exist`);
    const record = this.#strikes.get(ak) ?? { bad: 0, lockedUntil: 0 };
    this.#strikes.set(ak, record);
    if (record.lockedUntil > clocks.world) throw refused("AK access failed to reach the limit,forbidden");

    const signedHeaders = names.split(";");
    const date = checkedDate(call.headers["x-sdk-date"], signedHeaders, clocks.gateway);
    if (!this.#matches(call, key, signedHeaders, date, given)) {
      record.bad += 1;
      if (record.bad >= STRIKES) Object.assign(record, { bad: 0, lockedUntil: clocks.world + LOCK_MS });
      throw refused("verify aksk signature fail");
    }
    record.bad = 0;
    return key.userName;
  }

  #matches(call: IncomingCall, key: AccessKey, signedHeaders: string[], date: string, given: string): boolean {
    if (!signedHeaders.includes("host")) return false;
    if (key.securityToken !== null) {
      if (call.headers["x-security-token"] !== key.securityToken) return false;
      if (!signedHeaders.includes("x-security-token")) return false;
    }
    const bodyHash = call.headers["x-sdk-content-sha256"] ?? sha256Hex(call.body);
    const wanted = Buffer.from(signature(canonicalRequest({ ...call, signedHeaders, bodyHash }), date, key.sk));
    const got = Buffer.from(given);
    return wanted.length === got.length && timingSafeEqual(wanted, got);
  }
}

function checkedDate(date: string | undefined, signedHeaders: string[], now: number): string {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date ?? "");
  if (!date || !parts || !signedHeaders.includes("x-sdk-date")) throw refused("x-sdk-date is missing or not signed");
  const [, year, month, day, hour, minute, second] = parts;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (!(Math.abs(now - at) <= SKEW_MS)) throw refused(`verify aksk signature fail, signature expired, date:${date}`);
  return date;
}

function refused(why: string): GatewayError {
  return new GatewayError(401, "APIGW.0301", `Incorrect IAM authentication information: ${why}`);
}
