import { projectOf } from "@/lib/vendors/dremio/paths";
import type { ConnectionSettings } from "@/lib/vendors/types";

/**
 * Where a job is in Dremio's own console (vendor document 2.8): `{origin}/jobs/job/{id}` of Software,
 * `{console}/sonar/{projectId}/jobs/job/{id}` of Cloud. `consoleUrl` replaces the origin, or is a whole template where
 * it holds `{id}`.
 */
export function consoleUrl(settings: ConnectionSettings, id: string): string {
  const project = projectOf(settings);
  const base = trimmed(settings.consoleUrl ?? defaultConsole(settings.baseUrl));
  if (/\{id\}|%7Bid%7D/i.test(base)) {
    return base
      .replace(/(\{|%7B)projectId(\}|%7D)/gi, encodeURIComponent(project ?? ""))
      .replace(/(\{|%7B)id(\}|%7D)/gi, encodeURIComponent(id));
  }
  const scope = project === null || base.includes("/sonar/") ? "" : `/sonar/${encodeURIComponent(project)}`;
  return `${base}${scope}/jobs/job/${encodeURIComponent(id)}`;
}

/** Cloud's console has a host of its own beside the API's, one for each region. */
function defaultConsole(baseUrl: string): string {
  const host = URL.canParse(baseUrl) ? new URL(baseUrl).hostname : "";
  if (host.endsWith(".dremio.cloud")) return `https://${host.replace(/^api\./, "app.")}`;
  return trimmed(baseUrl).replace(/\/(api\/v3|v0)$/, "");
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, "");
}
