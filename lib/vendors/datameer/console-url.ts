import type { ConnectionSettings } from "@/lib/vendors/types";

/** No document names a page of a job's own: a link there is only where the connection gives its template. */
export function consoleUrl(
  { consoleUrl: template }: ConnectionSettings,
  ids: { executionId: string | null; configurationId: string | null },
): string | null {
  if (template === null || !/^https?:\/\//i.test(template)) return null;
  let complete = true;
  const url = template.replace(/(?:\{|%7B)(executionId|configurationId)(?:\}|%7D)/gi, (_, name: string) => {
    const id = name.toLowerCase() === "executionid" ? ids.executionId : ids.configurationId;
    complete &&= id !== null;
    return encodeURIComponent(id ?? "");
  });
  return complete ? url : null;
}
