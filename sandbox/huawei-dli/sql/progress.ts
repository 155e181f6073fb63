import type { Random } from "../../kit/random";
import { DLI_SWITCHES, type DliSwitches } from "../switches";
import { DliError } from "../wire/errors";
import { isFinal, shownStatus, statusAt, type SqlJob } from "./sql-job";
import { countersAt, subJobView } from "./sub-job-view";

const LAG_MS = 5000;

const unavailable = () =>
  new DliError("DLI.0999", {
    en: "The queue backend version is too old or the queue is busy.",
    zh: "队列后端版本过低或队列繁忙。",
  });

/**
 * `GET /v1/…/progress` (contract page 4): of the running subjob where one runs, then with its id, else of the whole job.
 * Throws DLI.0999 as often as the switch says.
 */
export function sqlProgress(job: SqlJob, clock: number, switches: DliSwitches, noise: Random) {
  if (job.progress === "never" || strikes(job, switches, noise)) throw unavailable();
  const now = job.progress === "lags" ? clock - LAG_MS : clock;
  const status = statusAt(job, now);
  const base = { is_success: true, message: "", job_id: job.id, status: shownStatus(job, now, switches) };
  const absent = { sub_job_id: undefined, sub_jobs: undefined };
  if (isFinal(status)) return { ...base, ...absent, progress: progressOfEnded(job, now, switches) };
  if (status !== "RUNNING") return { ...base, ...absent, progress: 0 };

  const begun = job.subJobs.filter((plan) => plan.from <= now);
  const running = begun.filter((plan) => now < plan.to);
  const current = running.at(-1);
  const listed = switches.subJobsKeepEnded ? begun : running;
  return {
    ...base,
    sub_job_id: current ? current.id + switches.subJobIdsFrom : undefined,
    progress: current ? fractionOf(current, now, switches) : 0,
    sub_jobs: listed.length > 0 ? listed.map((plan) => subJobView(plan, job.id, now, switches)) : undefined,
  };
}

/** The vendor's own figure: completed tasks over all, so never 1 with skipped stages and above it with retries. */
function fractionOf(plan: SqlJob["subJobs"][number], now: number, switches: DliSwitches): number {
  const { completed, numTasks } = countersAt(plan, now);
  const raw = numTasks === 0 ? 0 : completed / numTasks;
  return switches.progressAboveOne === "clamped" ? Math.min(1, raw) : raw;
}

function progressOfEnded(job: SqlJob, now: number, switches: DliSwitches): number | undefined {
  if (statusAt(job, now) === "FINISHED") return 1;
  switch (switches.progressOfEnded) {
    case "zero":
      return 0;
    case "one":
      return 1;
    case "missing":
      return undefined;
    case "DLI.0999":
      throw unavailable();
    default: {
      const end = job.phases.at(-1)?.from ?? now;
      const last = job.subJobs.filter((plan) => plan.from <= end).at(-1);
      return last ? fractionOf(last, Math.min(end, last.to) - 1, switches) : 0;
    }
  }
}

function strikes(job: SqlJob, switches: DliSwitches, noise: Random): boolean {
  const probability = switches.progressErrors;
  const spared = job.origin !== "world" && probability <= DLI_SWITCHES.progressErrors.default;
  return !spared && noise.chance(probability);
}
