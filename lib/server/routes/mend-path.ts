/**
 * An address whose path can be decoded: the percent signs of a part that cannot be become text. It then is a path like
 * any other that nobody knows, where the framework would answer 500.
 */
export function mendPath(url: string): string {
  const [path = "", ...query] = url.split("?");
  if (!path.includes("%")) return url;
  const mended = path.split("/").map((part) => (isDecodable(part) ? part : part.replaceAll("%", "%25")));
  return [mended.join("/"), ...query].join("?");
}

function isDecodable(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
