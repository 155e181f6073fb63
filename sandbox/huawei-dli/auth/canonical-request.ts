import { createHash, createHmac } from "node:crypto";

/** What of a request is signed. `path` and `query` as on the wire, header names in lower case. */
export interface SignedRequest {
  method: string;
  path: string;
  query: string;
  headers: Readonly<Record<string, string>>;
  signedHeaders: readonly string[];
  bodyHash: string;
}

export const sha256Hex = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");

/** The canonical request of SDK-HMAC-SHA256 (contract page 1.3, step 2), with its trailing slash. */
export function canonicalRequest(request: SignedRequest): string {
  const names = request.signedHeaders.map((name) => name.toLowerCase()).sort();
  return [
    request.method.toUpperCase(),
    canonicalUri(request.path),
    canonicalQuery(request.query),
    names.map((name) => `${name}:${(request.headers[name] ?? "").trim()}\n`).join(""),
    names.join(";"),
    request.bodyHash,
  ].join("\n");
}

/** Hex HMAC-SHA256 with the secret key itself as the key: no derivation by date or region. */
export function signature(canonical: string, sdkDate: string, secretKey: string): string {
  const text = ["SDK-HMAC-SHA256", sdkDate, sha256Hex(canonical)].join("\n");
  return createHmac("sha256", secretKey).update(text).digest("hex");
}

function canonicalUri(path: string): string {
  const encoded = path
    .split("/")
    .map((segment) => encode(decode(segment)))
    .join("/");
  return encoded.endsWith("/") ? encoded : `${encoded}/`;
}

function canonicalQuery(query: string): string {
  return query
    .replace(/^\?/, "")
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const at = pair.indexOf("=");
      return at < 0 ? [decode(pair), ""] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))];
    })
    .map(([key = "", value = ""]) => [encode(key), encode(value)] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([key, value]) => `${key}=${value}`)
    .join("&");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
