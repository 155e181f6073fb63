/** A vendor's link that may become an `href`: http and https only, without a user name in it. Null otherwise. */
export function externalLink(value: string | null | undefined): string | null {
  if (!value || !URL.canParse(value)) return null;
  const url = new URL(value);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  return url.username || url.password ? null : url.href;
}
