import { isIP } from "node:net";
import { AppError } from "@/lib/server/app-error";

export interface SiteFacts {
  publicUrl: string | null;
  port: number;
}

/** Whether a page of this origin is ours: `PUBLIC_URL`'s, or without one any loopback origin on our port. */
export function isOwnOrigin(origin: string | null, site: SiteFacts): boolean {
  if (origin === null || !URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (url.origin !== origin) return false;
  if (site.publicUrl !== null) return origin === site.publicUrl;
  return url.protocol === "http:" && isLoopback(url.hostname) && (url.port || "80") === String(site.port);
}

function isLoopback(hostname: string): boolean {
  if (hostname === "localhost" || hostname === "[::1]") return true;
  return isIP(hostname) === 4 && hostname.startsWith("127.");
}

/**
 * Refuses a changing request that another site may have caused. No form and no simple fetch can set the custom header,
 * and a browser always tells the origin of a change.
 * @throws AppError `cross_site`
 */
export function refuseCrossSite(headers: Headers, withCookie: boolean, site: SiteFacts): void {
  if (headers.get("x-requested-with") !== "jobwatch") {
    throw new AppError("cross_site", { detail: "A change needs the header X-Requested-With: jobwatch." });
  }
  if (withCookie && !isOwnOrigin(headers.get("origin"), site)) {
    throw new AppError("cross_site", { detail: "The request does not come from a page of this server." });
  }
}
