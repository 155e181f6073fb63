import { isRecord } from "@/lib/vendors/_shared/camel-keys";
import { idsOf, readArtifacts } from "@/lib/vendors/datameer/artifacts";
import { refused } from "@/lib/vendors/datameer/refusals";
import { isNo } from "@/lib/vendors/errors";
import type { VendorContext } from "@/lib/vendors/types";

/**
 * How `/api` addresses the artifact of a configuration: by uuid before file id before path, the vendor's own words before
 * the connection's settings, and the path of the artifact lists last.
 * @throws VendorError `rejected` with what to configure where none is known.
 */
export async function artifactKey(
  ctx: VendorContext,
  configurationId: string | null,
  details: Record<string, unknown>,
  operation: string,
): Promise<string> {
  const file = isRecord(details.file) ? details.file : {};
  const said = text(file.uuid) ?? text(file.id);
  if (said !== null) return said;
  if (configurationId !== null) {
    const key = keyOf(ctx, configurationId) ?? (await keyFromLists(ctx, configurationId));
    if (key !== null) return key;
  }
  const entry = `configurations: [{ id: ${configurationId ?? "…"}, fileId: … }]`;
  throw refused(
    operation,
    `Datameer stops and starts by artifact, and no file id, uuid or path is known of this one. Add it to the connection: ${entry}.`,
  );
}

function keyOf(ctx: VendorContext, configurationId: string): string | null {
  const { uuid, fileId, path } = idsOf(ctx, configurationId);
  return uuid ?? fileId ?? path ?? null;
}

async function keyFromLists(ctx: VendorContext, configurationId: string): Promise<string | null> {
  try {
    return (await readArtifacts(ctx)).get(configurationId)?.path ?? null;
  } catch (error) {
    if (isNo(error)) return null;
    throw error;
  }
}

function text(value: unknown): string | null {
  return (typeof value === "string" && value !== "") || typeof value === "number" ? String(value) : null;
}
