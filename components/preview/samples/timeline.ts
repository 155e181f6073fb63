import { FAILING } from "@/components/preview/samples/connections";
import { SAMPLE_NOW, at } from "@/components/preview/samples/jobs";
import type { Timeline, TimelineItem } from "@/lib/contract/overview";
import { type JobState, isFinal } from "@/lib/jobs/state";

const MINUTE = 60_000;
const END = Date.parse(SAMPLE_NOW);
const iso = (ms: number) => new Date(ms).toISOString();
const told = { certainty: "vendor", fromEarliest: null, attempt: 1 } as const;

const ENDS: readonly JobState[] = ["succeeded", "failed", "running", "cancelled", "warning", "succeeded", "queued"];
const WHERE = [
  { connection: "lake", vendor: "dremio", kind: "query", queue: "LARGE" },
  { connection: "lake", vendor: "dremio", kind: "query", queue: "SMALL" },
  { connection: "dli-north", vendor: "huawei-dli", kind: "sql", queue: "default" },
  { connection: "datameer", vendor: "datameer", kind: "execution", queue: null },
] as const;

/** A job that waits, starts, runs and ends as its number says. */
function item(n: number): TimelineItem {
  const where = WHERE[n % WHERE.length] ?? WHERE[0];
  const state = ENDS[n % ENDS.length] ?? "succeeded";
  const start = END - ((n * 7) % 58) * MINUTE - MINUTE;
  const length = (2 + ((n * 5) % 19)) * MINUTE;
  const end = state === "running" || state === "queued" ? null : Math.min(END - 1000, start + length);
  const begun = start + (end === null ? MINUTE / 2 : (end - start) / 4);
  const running = {
    state: "running" as const,
    vendorState: "RUNNING",
    from: iso(begun),
    to: end === null ? null : iso(end),
    ...told,
  };
  const last = { state, vendorState: state.toUpperCase(), from: iso(end ?? begun), to: iso(end ?? begun), ...told };
  return {
    ...where,
    id: String(n),
    name: `insert into daily_${n} select * from staging_${n}`,
    state,
    // Its connection gives no answer.
    knownAt: end === null && where.connection === FAILING.id ? FAILING.lastAnswerAt : null,
    path: `/jobs/${where.connection}/${where.kind}/${n}`,
    segments: [
      { state: "queued", vendorState: "QUEUED", from: iso(start), to: state === "queued" ? null : iso(begun), ...told },
      ...(state === "queued"
        ? []
        : [n % 3 === 0 ? { ...running, certainty: "observed" as const, fromEarliest: iso(start) } : running]),
      ...(isFinal(state) ? [last] : []),
    ],
  };
}

/** Jobs of an hour on three connections. */
export const SAMPLE_ITEMS: readonly TimelineItem[] = [
  ...Array.from({ length: 40 }, (_, n) => item(n)),
  {
    ...item(44),
    id: "lost",
    name: "a job that was last known five minutes ago",
    path: "/jobs/lake/query/lost",
    knownAt: iso(END - 5 * MINUTE),
  },
  {
    ...item(41),
    id: "no-time",
    name: "a job of which no time is known",
    path: "/jobs/lake/query/no-time",
    segments: [],
  },
];

export const sampleTimeline = (items: readonly TimelineItem[]): Timeline => ({
  from: iso(END - 60 * MINUTE),
  to: SAMPLE_NOW,
  items: [...items],
  truncated: false,
  asOf: at(6),
});
