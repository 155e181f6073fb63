import type { ActionRequest } from "@/lib/vendors/types";

/**
 * A definition that has a savepoint is not run again before somebody says whether to go on from it: either guess loses
 * something, state or a fresh start. `has_savepoint` is in list rows, `savepoint_path` in the detail too (vendor document 2.8, 2.9).
 */
export function refuseFlinkAction({ action, resumeSavepoint, job }: ActionRequest) {
  if (action !== "trigger" || resumeSavepoint !== undefined || !hasSavepoint(job.details)) return null;
  return { field: "resumeSavepoint", message: "is required, true or false: the job has a savepoint" };
}

function hasSavepoint({ hasSavepoint: said, savepointPath: path }: Record<string, unknown>): boolean {
  return said === true || (typeof path === "string" && path !== "");
}
