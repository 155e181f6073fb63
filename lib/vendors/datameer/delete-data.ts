import { readArtifacts } from "@/lib/vendors/datameer/artifacts";
import { ask, operationOf } from "@/lib/vendors/datameer/ask";
import { listData } from "@/lib/vendors/datameer/client";
import { forgetData } from "@/lib/vendors/datameer/read-configuration";
import { refused } from "@/lib/vendors/datameer/refusals";
import type { Accepted, ActionRequest, VendorContext } from "@/lib/vendors/types";

const DELETE = { method: "DELETE", template: "/rest/data/{dataId}", action: true } as const;

/**
 * Removes one stored result of the configuration's artifact (vendor document 5.9). Data ids are the whole server's: one
 * that is not listed for this configuration is never sent.
 */
export async function deleteData(ctx: VendorContext, id: string, { dataId }: ActionRequest): Promise<Accepted> {
  const operation = operationOf(DELETE);
  const type = (await readArtifacts(ctx)).get(id)?.type;
  if (type === undefined || type === "export-job" || dataId === undefined) {
    throw refused(operation, "Datameer lists no stored data for this configuration, so nothing can be deleted.");
  }
  const { rows } = await listData(ctx, type, id);
  if (!rows.some((row) => row.id === dataId)) {
    throw refused(operation, `Data ${dataId} is not among the stored data of configuration ${id} (any more).`);
  }
  await ask(ctx, { ...DELETE, ids: { dataId } });
  forgetData(ctx, id);
  return { message: null };
}
