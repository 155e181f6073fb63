import { stringify } from "lossless-json";
import type { VendorRequest } from "@/lib/vendors/types";
import { targetOf } from "@/lib/server/outbound/target";
import type { Exchange } from "@/lib/server/outbound/transport";

/** Set by the transport or by the credentials, never by a caller. */
const RESERVED = new Set([
  "authorization",
  "connection",
  "content-length",
  "cookie",
  "host",
  "proxy-authorization",
  "transfer-encoding",
  "upgrade",
  "x-auth-token",
  "x-security-token",
]);

/** The request as it will be sent, still without credentials; null for a path outside the connection. */
export function toExchange(base: URL, request: VendorRequest): Exchange | null {
  const target = targetOf(base, request);
  if (target === null) return null;
  const own = Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  const hasBody = request.body !== undefined;
  return {
    method: request.method,
    target,
    headers: {
      accept: "application/json",
      ...(hasBody ? { "content-type": "application/json" } : {}),
      ...Object.fromEntries(own.filter(([name]) => !RESERVED.has(name))),
    },
    body: hasBody ? (stringify(request.body) ?? null) : null,
    fresh: !isRead(request),
  };
}

/** Whether asking twice does no harm. */
export function isRead(request: VendorRequest): boolean {
  return request.action !== true && (request.read ?? request.method === "GET");
}
