import type { Random } from "../kit/random";
import { makeJob } from "./draw-job";
import type { Life } from "./draw-life";
import type { CancelHabit, Job, Step } from "./job";
import { newJobId } from "./job-id";
import { ABANDONED, cancelledBy, queueTimeout } from "./reasons";
import { seedJob } from "./seed-jobs";
import type { Statement } from "./statements";
import type { Flavor } from "./switches";

/** What a test may say about the job it wants; `phases` overrule the scenario's own. */
export interface Wish {
  scenario: string;
  id?: string;
  sql?: string;
  phases?: { state: string; ms: number }[];
  user?: string;
  queue?: string | null;
  queryType?: string;
  rows?: number;
  errorMessage?: string;
  cancellationReason?: string;
  /** How long ago it was submitted. */
  ageMs?: number;
}

const MINUTE = 60_000;
const SHORT: readonly Step[] = [
  ["PENDING", 20],
  ["METADATA_RETRIEVAL", 150],
  ["PLANNING", 300],
];
const GO: readonly Step[] = [
  ["EXECUTION_PLANNING", 10],
  ["STARTING", 30],
];
const AT_ONCE: readonly Step[] = [...SHORT, ["QUEUED", 50], ...GO];

interface Plot extends Life {
  habit?: CancelHabit;
  /** Null: it never asks for resources. */
  queue?: null;
}

/** Situations by name. A job that ends in a state without an end of its own stays there. */
export const SCENARIOS: Record<string, Plot> = {
  "quick-run": plot([...AT_ONCE, ["RUNNING", 2_000], ["COMPLETED", 0]]),
  "slow-run": plot([...AT_ONCE, ["RUNNING", 10 * MINUTE], ["COMPLETED", 0]]),
  "queued-then-runs": plot([...SHORT, ["QUEUED", 6_000], ...GO, ["RUNNING", 8_000], ["COMPLETED", 0]]),
  "every-phase": plot([
    ...["PENDING", "METADATA_RETRIEVAL", "PLANNING", "ENGINE_START", "QUEUED"].map((state): Step => [state, 10_000]),
    ...["EXECUTION_PLANNING", "STARTING", "RUNNING"].map((state): Step => [state, 10_000]),
    ["COMPLETED", 0],
  ]),
  "runs-then-fails": plot([...AT_ONCE, ["RUNNING", 5_000], ["FAILED", 0]], {
    errorMessage: "DATA_READ ERROR: Failed to read parquet file s3://lake/web/clickstream/part-00017.parquet",
  }),
  "fails-in-planning": plot([...SHORT, ["FAILED", 0]], { errorMessage: "Column 'user_id' not found in any table." }),
  "cancelled-by-user": plot([...AT_ONCE, ["RUNNING", 3_000], ["CANCELED", 0]], {
    cancellationReason: cancelledBy("operator"),
  }),
  "cancelled-by-system": plot([...AT_ONCE, ["RUNNING", 3_000], ["CANCELED", 0]], {
    cancellationReason: "Query was cancelled due to low memory.",
  }),
  "queue-timeout": plot([...SHORT, ["QUEUED", 5 * MINUTE], ["CANCELED", 0]], {
    cancellationReason: queueTimeout("large", 300),
  }),
  "completes-before-cancel": plot([...AT_ONCE, ["RUNNING", 10 * MINUTE], ["COMPLETED", 0]], { habit: "lost" }),
  stuck: plot([...AT_ONCE, ["RUNNING", 0]], { habit: "stuck" }),
  abandoned: plot([...AT_ONCE, ["RUNNING", 5 * MINUTE], ["FAILED", 0]], {
    habit: "abandoned",
    errorMessage: ABANDONED,
  }),
  unreachable: plot([...AT_ONCE, ["RUNNING", 10 * MINUTE], ["COMPLETED", 0]], { habit: "unreachable" }),
  "re-attempt": plot(
    [...AT_ONCE, ["RUNNING", 3_000], ["FAILED", 2_000], ...AT_ONCE, ["RUNNING", 8_000], ["COMPLETED", 0]],
    { errorMessage: "OUT_OF_MEMORY ERROR: Query was cancelled because it exceeded the memory limits." },
  ),
  "unknown-state": plot([["FOO", 0]]),
  "invalid-state": plot([...SHORT, ["INVALID_STATE", 0]]),
  enqueued: plot([...SHORT, ["ENQUEUED", 0]]),
  "not-submitted": plot([["NOT_SUBMITTED", 0]]),
  "cancellation-requested": plot([...AT_ONCE, ["RUNNING", 1_000], ["CANCELLATION_REQUESTED", 0]]),
  "never-queued": plot(
    [
      ["PENDING", 20],
      ["METADATA_RETRIEVAL", 50],
      ["RUNNING", 500],
      ["COMPLETED", 0],
    ],
    { queue: null },
  ),
};

/** The job of a wish, submitted at `now`. Null: no such scenario. */
export function jobFor(wish: Wish, random: Random, now: number, flavor: Flavor): Job | null {
  const at = now - (wish.ageMs ?? 0);
  const id = wish.id ?? newJobId(random, at);
  const seed = /^seed-(top|completed|canceled|failed|running)$/.exec(wish.scenario)?.[1];
  if (seed) return seedJob(seed as Parameters<typeof seedJob>[0], id);
  const steps = wish.phases?.map(({ state, ms }): Step => [state, ms]);
  const scenario = SCENARIOS[wish.scenario] ?? (steps && plot(steps));
  if (!scenario) return null;
  const job = makeJob(random, at, flavor, statementOf(wish), { ...scenario, steps: steps ?? scenario.steps });
  const named = wish.queue ? { name: wish.queue, id: wish.queue } : null;
  const queue = wish.queue === undefined ? job.queue : named;
  const last = job.phases.at(-1);
  // A state that nothing follows has no planned end: its row count stands still.
  if (last) delete last.plannedEnd;
  return {
    ...job,
    id,
    queue: scenario.queue === null ? null : queue,
    rows: wish.rows ?? 1_200,
    errorMessage: wish.errorMessage ?? job.errorMessage,
    cancellationReason: wish.cancellationReason ?? job.cancellationReason,
    cancelHabit: scenario.habit ?? "sure",
    restampsStart: false,
    keepsRows: true,
    relationships: [
      {
        datasetId: "596c489c-7949-485b-92a9-c32a4cb51fa2",
        reflectionId: "65747723-4133-9e2d-3k86-3d40b26f45ae",
        relationship: "CHOSEN",
      },
    ],
    output: { kind: "rows" },
  };
}

function plot(steps: Step[], more: Omit<Plot, "steps"> = {}): Plot {
  return { steps, ...more };
}

function statementOf({ sql, user, queryType }: Wish): Statement {
  return {
    sql: sql ?? "SELECT * FROM sales.orders",
    user: user ?? "analyst_eu",
    queryType: queryType ?? "UI_RUN",
    role: "large",
    datasets: [1],
    writes: false,
  };
}
