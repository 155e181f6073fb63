import * as z from "zod/mini";
import { Segment } from "@/lib/contract/job";
import { Instant, State } from "@/lib/contract/primitives";

/** One job's bar on the common time axis. */
export const TimelineItem = z.object({
  connection: z.string(),
  vendor: z.string(),
  kind: z.string(),
  id: z.string(),
  name: z.string(),
  queue: z.nullable(z.string()),
  state: State,
  /** Until when it is known where the list calls it stale: what lasted then may have ended. null: it is known now. */
  knownAt: z.nullable(Instant),
  path: z.string(),
  segments: z.array(Segment),
});
export type TimelineItem = z.infer<typeof TimelineItem>;
export const Timeline = z.object({
  from: Instant,
  to: Instant,
  items: z.array(TimelineItem),
  /** More jobs fall into the range than are listed. */
  truncated: z.boolean(),
  asOf: Instant,
});
export type Timeline = z.infer<typeof Timeline>;

const Quantiles = z.object({ n: z.number(), p50: z.nullable(z.number()), p95: z.nullable(z.number()) });
/** Aggregates over the jobs that ended in the range; durations and waits in milliseconds. */
export const Analytics = z.object({
  from: Instant,
  to: Instant,
  bucketMs: z.number(),
  /**
   * The oldest end on record of the connections, vendors and kinds that are asked for, whatever else is: before it nothing is
   * known, which is not "none". null: none yet.
   */
  recordFrom: z.nullable(Instant),
  ends: z.array(z.object({ at: Instant, byState: z.partialRecord(State, z.number()) })),
  durations: z.array(z.extend(Quantiles, { connection: z.string(), kind: z.string() })),
  waits: z.array(z.extend(Quantiles, { connection: z.string(), queue: z.nullable(z.string()) })),
  failures: z.array(
    z.object({
      by: z.enum(["owner", "queue"]),
      value: z.nullable(z.string()),
      ended: z.number(),
      failed: z.number(),
    }),
  ),
  /** Submissions by weekday (0 Monday) and hour, UTC. */
  hours: z.array(z.object({ weekday: z.number(), hour: z.number(), jobs: z.number() })),
  asOf: Instant,
});
export type Analytics = z.infer<typeof Analytics>;

/** Values that the list's menus offer. */
export const Facets = z.object({
  owner: z.array(z.string()),
  queue: z.array(z.string()),
  type: z.array(z.string()),
});
export type Facets = z.infer<typeof Facets>;

export const Results = z.object({
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  rows: z.array(z.array(z.unknown())),
  offset: z.number(),
  total: z.nullable(z.number()),
});
export type Results = z.infer<typeof Results>;
export const Log = z.object({ lines: z.array(z.string()), from: z.number(), total: z.nullable(z.number()) });
export type Log = z.infer<typeof Log>;
