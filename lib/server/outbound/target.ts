import type { QueryValue, VendorRequest } from "@/lib/vendors/types";

/** Where one call goes, exactly as it is sent and signed. */
export interface Target {
  origin: string;
  /** The Host header. */
  host: string;
  /** Base path and path, encoded. */
  path: string;
  /** Encoded pairs in the order given. */
  query: readonly (readonly [string, string])[];
}

/** The request line's target. */
export function pathAndQuery(target: Target): string {
  const query = target.query.map(([key, value]) => `${key}=${value}`).join("&");
  return query === "" ? target.path : `${target.path}?${query}`;
}

/** The target below the connection's origin and base path, or null for a path that would leave them. */
export function targetOf(base: URL, request: Pick<VendorRequest, "path" | "query">): Target | null {
  if (!isPlainPath(request.path)) return null;
  return {
    origin: base.origin,
    host: base.host,
    path: base.pathname.replace(/\/+$/, "") + request.path,
    query: Object.entries(request.query ?? {}).flatMap(([key, value]) =>
      valuesOf(value).map((one) => [encodePart(key), encodePart(one)] as const),
    ),
  };
}

/** RFC 3986: all but the unreserved characters, as request signatures want it. */
export function encodePart(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function valuesOf(value: QueryValue): string[] {
  if (value === null || value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

function isPlainPath(path: string): boolean {
  if (!path.startsWith("/") || path.startsWith("//") || /[^\x21-\x7e]|[\\?#]/.test(path)) return false;
  try {
    return !decodeURIComponent(path)
      .split(/[/\\]/)
      .some((segment) => segment === "." || segment === "..");
  } catch {
    return false;
  }
}
