import type { Job } from "@/lib/contract/job";
import { type JobAction, isEnding } from "@/lib/jobs/action";

export interface BulkPlan {
  /** What will be asked, job by job: each its own way to end. */
  asked: { job: Job; action: JobAction }[];
  /** Chosen jobs for which nothing can be asked, and why. */
  left: { job: Job; why: string }[];
  /** How many more could be asked than one go takes. */
  over: number;
}

/** Jobs in one request. Between requests the person can stop. */
export const BULK_PART = 5;
/** Above this many the person types the number. */
export const BULK_TYPED = 20;
/** More than this many take too long to be watched: they are asked in several goes. */
export const BULK_MOST = 500;

function whyNot(job: Job): string {
  if (job.pendingAction) return "an action is open";
  return "not possible in its state";
}

/** What a bulk stop of these jobs would do. Of several ways the gentlest, which the connector names first. */
export function planBulk(jobs: readonly Job[]): BulkPlan {
  const plan: BulkPlan = { asked: [], left: [], over: 0 };
  for (const job of jobs) {
    const action = job.pendingAction ? undefined : job.actions.find(isEnding);
    if (action && plan.asked.length === BULK_MOST) plan.over += 1;
    else if (action) plan.asked.push({ job, action });
    else plan.left.push({ job, why: whyNot(job) });
  }
  return plan;
}

/** How many jobs of one connection are asked, and how many are left alone. */
export interface BulkShare {
  connection: string;
  asked: number;
  left: number;
}

/** The plan by connection, in the order of the jobs. */
export function sharesOf({ asked, left }: BulkPlan): BulkShare[] {
  const shares = new Map<string, BulkShare>();
  const add = (job: Job, what: "asked" | "left") => {
    const { connection } = job;
    const share = shares.get(connection) ?? { connection, asked: 0, left: 0 };
    share[what] += 1;
    shares.set(connection, share);
  };
  for (const { job } of asked) add(job, "asked");
  for (const { job } of left) add(job, "left");
  return [...shares.values()];
}
