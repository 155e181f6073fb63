export type FinalStatus = "COMPLETED" | "COMPLETED_WITH_WARNINGS" | "ERROR" | "CANCELED";

/** What one execution is going to do; it is drawn once, before it starts. */
export interface Plan {
  /** Between being accepted and being ready for a place on the cluster. */
  compileMs: number;
  runMs: number;
  ends: FinalStatus;
  records: number;
  dropped: number;
  estimate: boolean;
  progressGoesBack: boolean;
}

/** Facts that an example of the page prints and that do not move with the clock. */
export interface Pinned {
  progress?: number;
  estimateMs?: number;
  /** Its row in list-running never shows an execution id. */
  hideId?: boolean;
  counters?: Record<string, number>;
  successCount?: number;
  failureCount?: number;
}

/** One run, as the server holds it. Times are epoch milliseconds. */
export interface Execution {
  id: number;
  configurationId: number;
  status: "QUEUED" | "RUNNING" | FinalStatus;
  queuedAt: number;
  startAt: number | null;
  stopAt: number | null;
  user: string;
  trigger: string;
  plan: Plan;
  /** Executions that have to end well before this one may start. */
  after: number[];
  /** Whether it belongs to an execution plan, which starts downstream artifacts by itself. */
  sequence: boolean;
  variables: Record<string, unknown>;
  ready: boolean;
  stopAskedAt: number | null;
  /** Overrides the switch `stopLosesRace` for this one. */
  stopLosesRace: boolean | null;
  /** Housekeeping leaves it alone. */
  keep: boolean;
  /** The word of a vendor that has more states than its page, while it runs. */
  word: string | null;
  pinned: Pinned | null;
}

/** An execution that has just been accepted. */
export function queued(
  facts: Pick<Execution, "id" | "configurationId" | "queuedAt" | "user" | "trigger" | "plan">,
): Execution {
  return {
    ...facts,
    status: "QUEUED",
    startAt: null,
    stopAt: null,
    after: [],
    sequence: false,
    variables: {},
    ready: false,
    stopAskedAt: null,
    stopLosesRace: null,
    keep: false,
    word: null,
    pinned: null,
  };
}

export function isActive(execution: Execution): boolean {
  return execution.status === "QUEUED" || execution.status === "RUNNING";
}

/** How much of the run is done at `now`, in [0, 1]. */
export function fractionDone(execution: Execution, now: number): number {
  if (execution.startAt === null) return 0;
  if (!isActive(execution) && execution.status !== "CANCELED") return 1;
  const elapsed = ((execution.stopAt ?? now) - execution.startAt) / execution.plan.runMs;
  return Math.min(Math.max(elapsed, 0), 1);
}

/** Percent finished as the server reports it, a whole number; with `progressGoesBack` it falls back every 20 s. */
export function progressOf(execution: Execution, now: number): number {
  if (execution.pinned?.progress !== undefined) return execution.pinned.progress;
  const percent = Math.min(99, Math.floor(fractionDone(execution, now) * 100));
  const falls = execution.plan.progressGoesBack && Math.floor((now - (execution.startAt ?? now)) / 20_000) % 2 === 1;
  return falls ? Math.floor(percent / 2) : percent;
}

/** What the server believes is left, in milliseconds; null while it has no estimate. */
export function estimateOf(execution: Execution, now: number): number | null {
  if (execution.pinned) return execution.pinned.estimateMs ?? null;
  if (!execution.plan.estimate || execution.startAt === null) return null;
  return Math.max(1_000, execution.startAt + execution.plan.runMs - now);
}
