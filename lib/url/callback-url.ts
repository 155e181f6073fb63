/**
 * Where to go after a log-in: a path of this site with its query, or null. Whatever could lead to another origin
 * (`//host`, `/\host`, a scheme, a control character) and the log-in page itself are refused.
 */
export function safeCallback(value: string | null | undefined): string | null {
  if (!value || !value.startsWith("/") || /^\/[/\\]/.test(value) || /[\u0000-\u001f\\]/.test(value)) return null;
  const base = "http://here.invalid";
  const url = URL.canParse(value, base) ? new URL(value, base) : null;
  if (!url || url.origin !== base || url.pathname.startsWith("/login")) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
