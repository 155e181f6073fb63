import type { ConnectionSettings } from "@/lib/vendors/types";

/** The connection's console, where one is set: no deep link to a job is documented (contract page 7). */
export function consoleUrl(settings: ConnectionSettings): string | null {
  const url = settings.consoleUrl;
  return typeof url === "string" && /^https?:\/\//i.test(url) ? url : null;
}
