import type { Random } from "../../kit/random";
import type { JobWish } from "../job-wish";
import type { Batch } from "./batch";
import { makeBatch, type BatchLife } from "./make-batch";

const SECOND = 1000;

interface Scenario {
  about: string;
  life?: Partial<BatchLife>;
  shape?(batch: Batch, wish: JobWish): void;
}

const LONG: BatchLife = { startMs: 0, runMs: 600 * SECOND, recovers: false, end: "success" };

/** The situations that a Spark batch can be made in; without more it runs for 10 minutes and succeeds. */
export const BATCH_SCENARIOS: Record<string, Scenario> = {
  "slow-run": { about: "5 s starting, 10 minutes running, success", life: { startMs: 5 * SECOND } },
  succeeds: { about: "success after 5 s", life: { runMs: 5 * SECOND } },
  dies: { about: "dead after 5 s", life: { runMs: 5 * SECOND, end: "dead" } },
  "starting-forever": { about: "never leaves starting", life: { startMs: Infinity } },
  "runs-forever": { about: "never leaves running", life: { runMs: Infinity } },
  recovers: {
    about: "falls over in the middle of 2 minutes, recovering for 30 s",
    life: { runMs: 120 * SECOND, recovers: true },
  },
  "slow-cancel": { about: "takes 60 s over a cancel", shape: (batch) => (batch.cancelLagMs = 60 * SECOND) },
  "finishes-before-cancel": {
    about: "accepts a cancel and succeeds all the same",
    shape: (batch) => (batch.cancel = "overtaken"),
  },
  "cancel-refused": { about: "refuses a cancel with DLI.0007", shape: (batch) => (batch.cancel = "refused") },
  "cancel-ignored": { about: "accepts a cancel and runs on", shape: (batch) => (batch.cancel = "ignored") },
  "long-log": {
    about: "`count` (5000) log lines, one every 2 s of `ageMs`",
    life: { runMs: Infinity },
    shape: (batch, wish) => (batch.lines = wish.count ?? 5000),
  },
  "unknown-status": {
    about: "shows `status` (preempted) instead of running",
    shape: (batch, wish) => (batch.word = wish.status ?? "preempted"),
  },
};

/** A batch in one situation. Throws a RangeError for a scenario that there is not. */
export function batchScenario(random: Random, wish: JobWish, now: number): Batch {
  const scenario = BATCH_SCENARIOS[wish.scenario];
  if (!scenario)
    throw new RangeError(`no scenario ${wish.scenario}; there are ${Object.keys(BATCH_SCENARIOS).join(", ")}`);
  const life = { ...LONG, ...scenario.life, ...(wish.durationMs === undefined ? {} : { runMs: wish.durationMs }) };
  const batch = makeBatch(random, now - (wish.ageMs ?? 0), life);
  batch.origin = "control";
  if (wish.owner !== undefined) batch.owner = wish.owner;
  if (wish.queue !== undefined) batch.queue = wish.queue;
  if (wish.name !== undefined) batch.name = wish.name;
  scenario.shape?.(batch, wish);
  return batch;
}
