import type { Random } from "../kit/random";
import { isOver, phaseAt, type Job, type Phase } from "./job";
import { cancelledBy } from "./reasons";
import type { DremioSwitches } from "./switches";

/** How a cancel was taken: accepted (204), too late, without a coordinator to ask, or with one that does not answer. */
export type CancelAnswer = "accepted" | "final" | "abandoned" | "unreachable";

/**
 * Cancels a job as Dremio does: accepting is only delivering a signal, the state changes a little later, and a job
 * that ends first wins (vendors' document, 2.2). A second cancel changes nothing.
 */
export function cancelJob(job: Job, by: string, now: number, switches: DremioSwitches, random: Random): CancelAnswer {
  if (isOver(job, now)) return "final";
  if (job.cancelHabit === "abandoned" || job.cancelHabit === "unreachable") return job.cancelHabit;
  if (job.cancelAsked) return "accepted";
  job.cancelAsked = { at: now, by };
  if (job.cancelHabit === "stuck") return "accepted";

  const effect = now + (switches.cancelDelayMs ?? random.int(200, 3_000));
  const running = phaseAt(job, now).state === "RUNNING";
  const chance = job.cancelHabit === "normal" ? switches.cancelLost : 0;
  const loses = job.cancelHabit === "lost" || random.chance(chance);
  if (running && loses) endAt(job, effect, "COMPLETED");
  else if (!isOver(job, effect)) {
    if (switches.cancelShows === "requested") endAt(job, now, "CANCELLATION_REQUESTED");
    endAt(job, effect, "CANCELED");
    job.cancellationReason = cancelledBy(by);
  }
  return "accepted";
}

/** Cuts what was still to come from `at` on, and puts this phase in its place. */
function endAt(job: Job, at: number, state: string): void {
  const kept: Phase[] = job.phases.filter((phase) => phase.at < at || phase === job.phases[0]);
  const attempt = kept.at(-1)?.attempt ?? 1;
  job.phases = [...kept, { state, at, attempt }];
}
