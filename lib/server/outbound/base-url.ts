import { isIP } from "node:net";
import { mayReach, type AddressPolicy } from "@/lib/server/outbound/address-rules";

/** One fixed text for every refused address, so that nobody can map a network by the answers. */
export const ADDRESS_REFUSED =
  "This address may not be reached from here. A private network has to be listed in the server's VENDOR_NETWORKS; link-local addresses are never reached.";

/** Why a base URL cannot be used, or null. Names are judged again at connect time, when their addresses are known. */
export function checkBaseUrl(text: string, policy: AddressPolicy): string | null {
  const url = readBaseUrl(text);
  if (typeof url === "string") return url;
  return hostAllowed(url, policy) ? null : ADDRESS_REFUSED;
}

/** The base URL parsed once (WHATWG, which also folds odd spellings of addresses), or why it is not one. */
export function readBaseUrl(text: string): URL | string {
  if (!URL.canParse(text)) return "The address is not a URL such as https://dremio.example.com:9047.";
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return "The address must begin with http:// or https://.";
  if (url.username !== "" || url.password !== "") return "The address must not hold a user name or password.";
  if (url.search !== "" || url.hash !== "") return "The address must end before any ? or #.";
  if (url.hostname === "") return "The address names no host.";
  return url;
}

/** False for an address literal outside the rules; names are left to the look-up, but for those that always mean here. */
export function hostAllowed(url: URL, policy: AddressPolicy): boolean {
  if (/(^|\.)localhost\.?$/.test(url.hostname)) return mayReach("127.0.0.1", policy) || mayReach("::1", policy);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) === 0 || mayReach(host, policy);
}
