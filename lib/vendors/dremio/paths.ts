import type { ConnectionSettings } from "@/lib/vendors/types";

/** A path below the connection's address, and the same as a template for logs and errors. */
export interface DremioPath {
  path: string;
  template: string;
}

/** The Cloud project that these settings name; null for Dremio Software. */
export function projectOf(settings: ConnectionSettings): string | null {
  const { projectId } = settings;
  return typeof projectId === "string" && projectId !== "" ? projectId : null;
}

/**
 * The one place where Dremio's paths are made: `/api/v3/…` of Software, `/v0/projects/{projectId}/…` of Cloud (vendor
 * document 1.1, 1.2). Segments are encoded here; a `{…}` in `tail` names the parameter it is replaced by. An address
 * that ends in `/api/v3` or `/v0` already is not given it twice.
 */
export function dremioPath(
  settings: ConnectionSettings,
  tail: string,
  params: Record<string, string> = {},
): DremioPath {
  const project = projectOf(settings);
  const root = project === null ? "/api/v3" : "/v0";
  const prefix = settings.baseUrl.replace(/\/+$/, "").endsWith(root) ? "" : root;
  const scope = project === null ? "" : "/projects/{projectId}";
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = name === "projectId" ? project : params[name];
      if (value === null || value === undefined) throw new RangeError(`the path ${tail} lacks ${name}`);
      return encodeURIComponent(value);
    });
  return { path: `${prefix}${fill(scope + tail)}`, template: `${root}${scope}${tail}` };
}
