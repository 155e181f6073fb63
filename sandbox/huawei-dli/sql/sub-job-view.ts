import type { DliSwitches } from "../switches";
import { sparkDate } from "./spark-date";
import type { SubJobPlan } from "./sub-job-plan";

// A subjob that fails gets no further than this.
const FAILS_AT = 0.87;

/** How far a subjob is, in [0, 1]. One without an end comes ever closer and never arrives. */
function fractionAt(plan: SubJobPlan, now: number): number {
  const reach = plan.end === "FAILED" ? FAILS_AT : 1;
  if (now >= plan.to) return reach;
  const elapsed = Math.max(0, now - plan.from);
  const fraction = Number.isFinite(plan.to) ? elapsed / (plan.to - plan.from) : 1 - Math.exp(-elapsed / 600_000);
  return Math.min(fraction, 0.999) * reach;
}

/** A subjob's counters now, as Spark's JobData counts them (contract page 4.3). */
export function countersAt(plan: SubJobPlan, now: number) {
  const fraction = fractionAt(plan, now);
  const numTasks = plan.stages.reduce((sum, stage) => sum + stage.tasks, 0);
  const real = plan.stages.filter((stage) => !stage.skipped);
  const realTasks = real.reduce((sum, stage) => sum + stage.tasks, 0);
  const indices = Math.floor(fraction * realTasks);
  const ended = now >= plan.to;
  let left = indices;
  let completedStages = 0;
  for (const stage of real) {
    if (left < stage.tasks) break;
    left -= stage.tasks;
    completedStages += 1;
  }
  // Spark learns of skipped stages only as stages complete, or at the end.
  const skippedKnown = ended || fraction > 0.3;
  const skipped = skippedKnown ? plan.stages.filter((stage) => stage.skipped) : [];
  const killed = Object.entries(plan.killed)
    .map(([reason, count]) => [reason, Math.floor(fraction * count)] as const)
    .filter(([, count]) => count > 0);
  const failedHere = ended && plan.end === "FAILED";
  return {
    numTasks,
    active: ended ? 0 : Math.min(plan.slots, realTasks - indices),
    completed: indices + Math.floor(fraction * plan.retried),
    indices,
    skippedTasks: skipped.reduce((sum, stage) => sum + stage.tasks, 0),
    // Spark gives a task four attempts before its stage fails.
    failed: Math.floor(fraction * plan.failed) + (failedHere ? 4 : 0),
    killed: killed.reduce((sum, [, count]) => sum + count, 0),
    killedSummary: killed.length > 0 ? Object.fromEntries(killed) : undefined,
    activeStages: ended ? 0 : Math.min(1, real.length - completedStages),
    completedStages,
    skippedStages: skipped.length,
    failedStages: failedHere ? 1 : 0,
  };
}

/** One element of `sub_jobs`. */
export function subJobView(plan: SubJobPlan, jobGroup: string, now: number, switches: DliSwitches) {
  const count = countersAt(plan, now);
  const ended = now >= plan.to;
  const old = switches.subJobFields === "old-spark";
  return {
    id: plan.id + switches.subJobIdsFrom,
    name: plan.name,
    description: plan.description,
    submission_time: sparkDate(plan.from, switches.dateZone),
    completion_time: ended ? sparkDate(plan.to, switches.dateZone) : undefined,
    stage_ids: plan.stages.map((stage) => stage.id),
    job_group: jobGroup,
    status: ended ? plan.end : plan.end === "UNKNOWN" ? "UNKNOWN" : "RUNNING",
    num_tasks: count.numTasks,
    num_active_tasks: count.active,
    num_completed_tasks: count.completed,
    num_skipped_tasks: count.skippedTasks,
    num_failed_tasks: count.failed,
    ...(old ? {} : { num_killed_tasks: count.killed, num_completed_indices: count.indices }),
    num_active_stages: count.activeStages,
    num_completed_stages: count.completedStages,
    num_skipped_stages: count.skippedStages,
    num_failed_stages: count.failedStages,
    killed_tasks_summary: old ? undefined : count.killedSummary,
  };
}
