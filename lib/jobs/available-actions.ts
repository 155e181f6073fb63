import { JOB_ACTIONS, type JobAction } from "@/lib/jobs/action";

/** Roles include each other: admin ⊃ operator ⊃ viewer. */
export type ActingRole = "viewer" | "operator" | "admin";

/**
 * What this user may do to a job now: what the vendor's state allows, less what the role forbids; nothing while another
 * action is open or the vendor no longer has the job.
 */
export function availableActions(
  allowed: readonly string[],
  role: ActingRole,
  job: { hasOpenAction: boolean; gone: boolean },
): JobAction[] {
  if (role === "viewer" || job.hasOpenAction || job.gone) return [];
  return JOB_ACTIONS.filter((action) => allowed.includes(action) && (action !== "delete" || role === "admin"));
}
