import { createHash, createHmac } from "node:crypto";

export interface SignedRequest {
  method: string;
  /** As sent: base path and path, percent-encoded, without the query. */
  path: string;
  /** Encoded pairs. */
  query: readonly (readonly [string, string])[];
  /** Every header that is to be signed, `host` and `x-sdk-date` among them. */
  headers: Record<string, string>;
  body: string;
}

/** `YYYYMMDDTHHMMSSZ`; the gateway refuses a skew beyond 15 minutes. */
export function sdkDate(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/[-:]|\.\d{3}/g, "");
}

/** The request in the one spelling that both sides hash (huawei-dli.md 1.3). */
export function canonicalRequest(request: SignedRequest): string {
  const headers = sortedHeaders(request.headers);
  const path = request.path.endsWith("/") ? request.path : `${request.path}/`;
  const query = [...request.query].sort(([a, x], [b, y]) => compare(a, b) || compare(x, y));
  return [
    request.method.toUpperCase(),
    path,
    query.map(([key, value]) => `${key}=${value}`).join("&"),
    headers.map(([name, value]) => `${name}:${value}\n`).join(""),
    headers.map(([name]) => name).join(";"),
    sha256(request.body),
  ].join("\n");
}

/** The `Authorization` header of Huawei Cloud's SDK-HMAC-SHA256 (huawei-dli.md 1.3). */
export function sdkHmacAuthorization(request: SignedRequest, keys: { accessKey: string; secretKey: string }): string {
  const names = sortedHeaders(request.headers).map(([name]) => name);
  const date = request.headers["x-sdk-date"] ?? "";
  const toSign = `SDK-HMAC-SHA256\n${date}\n${sha256(canonicalRequest(request))}`;
  const signature = createHmac("sha256", keys.secretKey).update(toSign).digest("hex");
  return `SDK-HMAC-SHA256 Access=${keys.accessKey}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
}

function sortedHeaders(headers: Record<string, string>): [string, string][] {
  return Object.entries(headers)
    .map(([name, value]): [string, string] => [name.toLowerCase(), value.trim()])
    .sort(([a], [b]) => compare(a, b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
