/** One phase of a job's life: the vendor's word from `at` (epoch ms) until the next phase begins. */
export interface Phase {
  state: string;
  at: number;
  /** From 1; a re-attempt begins again at PENDING. */
  attempt: number;
  /** When the phase would end if nobody cancels: the measure of a running job's growing row count. */
  plannedEnd?: number;
}

/** One step of a life that is being laid out: a state and how long it lasts. */
export type Step = readonly [state: string, ms: number];

/** How a reflection took part (vendors' document, 3.4 j). */
export interface Relationship {
  datasetId: string;
  reflectionId: string;
  relationship: "CONSIDERED" | "MATCHED" | "CHOSEN";
}

/**
 * What a cancel does to the job: `normal` works but for the switch `cancelLost`, `sure` always works, `lost` completes
 * after the 204, `stuck` never ends, `abandoned` has no coordinator, an `unreachable` one's does not answer.
 */
export type CancelHabit = "normal" | "sure" | "lost" | "stuck" | "abandoned" | "unreachable";

/**
 * A job as the sandbox knows it: its whole life, laid out when it is made. What any endpoint shows of it is a function
 * of this and of the sandbox's clock; only a cancel changes what is still to come.
 */
export interface Job {
  id: string;
  user: string;
  queryType: string;
  sql: string;
  phases: Phase[];
  /** Null: the job never asks for resources. */
  queue: { name: string; id: string } | null;
  engine: string;
  context: string;
  datasets: string[];
  scanned: string[];
  /** Rows it returns if it completes; for DML the rows affected. */
  rows: number;
  /** Whether a job that is cut short keeps the rows that it had. */
  keepsRows: boolean;
  /** Whether `startedAt` is stamped again when execution begins (3.4 i). */
  restampsStart: boolean;
  rowsScanned: number;
  bytesScanned: number;
  cost: number;
  errorMessage: string;
  cancellationReason: string;
  relationships: Relationship[];
  cancelHabit: CancelHabit;
  /** When a cancel was accepted, by whom. */
  cancelAsked: { at: number; by: string } | null;
  /** Whether the system tables show it. */
  listed: boolean;
  output: Output;
}

/** What its results are: made-up rows, the one row of a statement that writes, or a listing of the system tables. */
export type Output = { kind: "rows" } | { kind: "summary" } | { kind: "select"; text: string; cloud: boolean };

const FINAL = new Set(["COMPLETED", "CANCELED", "FAILED"]);

/** Lays steps end to end from `at`. Whatever follows a FAILED is the next attempt. */
export function layOut(at: number, steps: readonly Step[]): Phase[] {
  let attempt = 1;
  let time = at;
  return steps.map(([state, ms], index) => {
    if (index > 0 && steps[index - 1]?.[0] === "FAILED") attempt += 1;
    const phase: Phase = { state, at: time, attempt };
    time += ms;
    if (state === "RUNNING") phase.plannedEnd = time;
    return phase;
  });
}

/** The phase the job is in at `now`. */
export function phaseAt(job: Job, now: number): Phase {
  const phase = job.phases.findLast((candidate) => candidate.at <= now) ?? job.phases[0];
  if (!phase) throw new RangeError(`job ${job.id} has no phases`);
  return phase;
}

/** When the job was submitted, epoch ms. */
export function submittedAt(job: Job): number {
  return job.phases[0]?.at ?? 0;
}

/** When it has ended or will end, or null where it never does by itself. */
export function endOf(job: Job): number | null {
  const last = job.phases.at(-1);
  return last && FINAL.has(last.state) ? last.at : null;
}

/** Whether its life is over at `now`; a FAILED that is followed by another attempt is not over. */
export function isOver(job: Job, now: number): boolean {
  const end = endOf(job);
  return end !== null && end <= now;
}

/** Whether the word is one of Dremio's three final states. */
export function isFinalWord(state: string): boolean {
  return FINAL.has(state);
}

/** The phases of the attempt that is current at `now`, up to `now`. */
export function currentAttempt(job: Job, now: number): Phase[] {
  const { attempt } = phaseAt(job, now);
  return job.phases.filter((phase) => phase.attempt === attempt && phase.at <= now);
}

/** Output records so far: they grow in eight steps while the job runs (3.4 a). */
export function rowsAt(job: Job, now: number): number {
  const { state } = phaseAt(job, now);
  if (state === "COMPLETED") return job.rows;
  const running = currentAttempt(job, now).findLast((phase) => phase.state === "RUNNING");
  if (!running) return 0;
  if (isFinalWord(state) && !job.keepsRows) return 0;
  if (running.plannedEnd === undefined) return job.rows;
  const next = job.phases.find((phase) => phase.at > running.at)?.at ?? running.plannedEnd;
  const share = (Math.min(now, next) - running.at) / Math.max(1, running.plannedEnd - running.at);
  return Math.floor((job.rows * Math.floor(Math.min(1, share) * 8)) / 8);
}
