import { isRecord } from "@/lib/vendors/_shared/camel-keys";
import type { ActionRequest } from "@/lib/vendors/types";

/** What is missing or wrong in an action's own fields; null where all is well. */
export function refuseAction(request: ActionRequest): { field: string; message: string } | null {
  if (request.action === "trigger-sequence") return refuseSequence(request);
  return request.action === "delete" ? refuseDelete(request) : null;
}

function refuseSequence({ fileIds }: ActionRequest): { field: string; message: string } | null {
  if (fileIds === undefined || fileIds.length === 0) {
    return { field: "fileIds", message: "is required: the file ids of the artifacts to start" };
  }
  const isFileId = (id: string | number) => /^\d{1,16}$/.test(String(id)) && Number.isSafeInteger(Number(id));
  return fileIds.every(isFileId) ? null : { field: "fileIds", message: "must be file ids, which are whole numbers" };
}

function refuseDelete({ dataId, job }: ActionRequest): { field: string; message: string } | null {
  if (dataId === undefined) return { field: "dataId", message: "is required: one of the listed data ids" };
  const { datas } = job.details;
  if (!Array.isArray(datas)) return null;
  const listed = datas.some((data: unknown) => isRecord(data) && String(data.id) === dataId);
  return listed ? null : { field: "dataId", message: "is not among the stored data of this configuration" };
}
