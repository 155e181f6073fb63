/** On every answer, whatever it is. `next.config.mjs` says the same for what no code of ours answers. */
const ALWAYS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
} as const;

/** @param publicUrl the origin people use; over https, browsers are told to stay there. */
export function securityHeaders(publicUrl: string | null): Record<string, string> {
  const https = publicUrl?.startsWith("https://") === true;
  return { ...ALWAYS, ...(https ? { "strict-transport-security": "max-age=31536000" } : {}) };
}

/** An answer of the API is data: a browser that shows it must run and load nothing. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Headers of every API answer: never cached, never another user's. */
export function apiHeaders(publicUrl: string | null, requestId: string): Record<string, string> {
  return {
    ...securityHeaders(publicUrl),
    "content-security-policy": DATA_POLICY,
    "cache-control": "no-store",
    vary: "Cookie, Authorization",
    "x-request-id": requestId,
  };
}
