import { isoOfText } from "@/lib/vendors/_shared/instants";
import type { DremioJob } from "@/lib/vendors/dremio/contract";
import { toJobState } from "@/lib/vendors/dremio/states";
import { isFinal } from "@/lib/jobs/state";
import type { VendorSegment } from "@/lib/jobs/snapshot";

/**
 * What the job by id states of its course (vendor document 2.1, 3.4 f): from its start to its end, with the wait for
 * resources in between. The words are the console's coarse ones: SETUP before the wait, QUEUED, RUNNING after it.
 * Empty where the job has not asked for resources, while it is alive: nothing is certain then.
 */
export function spansOf(job: DremioJob): VendorSegment[] {
  const started = isoOfText(job.startedAt);
  const ended = isFinal(toJobState(job.jobState)) ? isoOfText(job.endedAt) : null;
  const asked = isoOfText(job.resourceSchedulingStartedAt);
  if (asked === null) {
    // Statements that need no executors (DDL, SHOW) go from planning straight to running.
    if (started === null || ended === null || toJobState(job.jobState) !== "succeeded") return [];
    return [span("RUNNING", started, ended)];
  }
  const granted = grantedAt(job, asked);
  const spans: VendorSegment[] = [];
  // The start may be stamped again when execution begins (3.4 i): then nothing is known of what was before the wait.
  if (started !== null && started < asked) spans.push(span("SETUP", started, asked));
  spans.push(span("QUEUED", asked, granted ?? ended));
  if (granted !== null) spans.push(span("RUNNING", granted, ended));
  return spans.filter(({ from, to }) => to === null || from <= to);
}

/**
 * Since when and until when the job waited for resources. `to` is null while it waits; where it ended in the queue, the
 * end of the job is the end of the wait. null: it never asked.
 */
export function queueWaitOf(job: DremioJob): { from: string; to: string | null } | null {
  const from = isoOfText(job.resourceSchedulingStartedAt);
  if (from === null) return null;
  const ended = isFinal(toJobState(job.jobState)) ? isoOfText(job.endedAt) : null;
  return { from, to: grantedAt(job, from) ?? ended };
}

/** While a job waits, and for ever if it never got its slot, the end of scheduling is the epoch (3.4 f). */
function grantedAt(job: DremioJob, asked: string): string | null {
  const granted = isoOfText(job.resourceSchedulingEndedAt);
  return granted !== null && granted >= asked ? granted : null;
}

function span(vendorState: string, from: string, to: string | null): VendorSegment {
  return { state: toJobState(vendorState), vendorState, from, to, coarse: true };
}
