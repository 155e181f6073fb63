import * as z from "zod/mini";
import { Details } from "@/lib/contract/details/details";
import { Action, AttentionWord, Instant, Outcome, State } from "@/lib/contract/primitives";

export const Progress = z.object({
  fraction: z.number().check(z.gte(0), z.lte(1)),
  of: z.enum(["job", "subjob"]),
  subjobId: z.nullable(z.string()),
});

export const PendingAction = z.object({
  action: Action,
  status: z.enum(["asked", "accepted", "unknown"]),
  by: z.string(),
  at: Instant,
  reason: z.nullable(z.string()),
  auditId: z.string(),
});
export type PendingAction = z.infer<typeof PendingAction>;

/** One row of the list; see the contract's shapes for what each null means. */
export const Job = z.object({
  connection: z.string(),
  vendor: z.string(),
  kind: z.string(),
  id: z.string(),
  name: z.string(),
  state: State,
  vendorState: z.string(),
  attention: z.nullable(AttentionWord),
  owner: z.nullable(z.string()),
  queue: z.nullable(z.string()),
  /** A facet within the kind: Dremio's query type, DLI's job type. */
  type: z.nullable(z.string()),
  submittedAt: z.nullable(Instant),
  startedAt: z.nullable(Instant),
  endedAt: z.nullable(Instant),
  durationMs: z.nullable(z.number()),
  progress: z.nullable(Progress),
  rowCount: z.nullable(z.union([z.number(), z.string()])),
  error: z.nullable(z.string()),
  actions: z.array(Action),
  pendingAction: z.nullable(PendingAction),
  path: z.string(),
  vendorUrl: z.nullable(z.string()),
  firstSeenAt: Instant,
  observedAt: Instant,
  stale: z.boolean(),
  gone: z.boolean(),
});
export type Job = z.infer<typeof Job>;

export const JobList = z.object({
  items: z.array(Job),
  nextCursor: z.nullable(z.string()),
  counts: z.nullable(z.object({ byState: z.record(State, z.number()) })),
  asOf: Instant,
});
export type JobList = z.infer<typeof JobList>;

export const Segment = z.object({
  state: State,
  vendorState: z.string(),
  from: Instant,
  to: z.nullable(Instant),
  certainty: z.enum(["vendor", "observed"]),
  fromEarliest: z.nullable(Instant),
  /** Which try inside the run, from 1. */
  attempt: z.number(),
});
export type Segment = z.infer<typeof Segment>;

export const Subjob = z.object({
  id: z.string(),
  name: z.string(),
  description: z.nullable(z.string()),
  jobGroup: z.nullable(z.string()),
  status: z.enum(["running", "succeeded", "failed", "unknown"]),
  vendorStatus: z.string(),
  submittedAt: z.nullable(Instant),
  completedAt: z.nullable(Instant),
  submissionTime: z.nullable(z.string()),
  completionTime: z.nullable(z.string()),
  fraction: z.nullable(z.number()),
  stageIds: z.array(z.number()),
  tasks: z.object({
    /** null: not told. */
    total: z.nullable(z.number()),
    active: z.number(),
    completed: z.number(),
    skipped: z.number(),
    failed: z.number(),
    killed: z.number(),
    completedIndices: z.nullable(z.number()),
  }),
  stages: z.object({ active: z.number(), completed: z.number(), skipped: z.number(), failed: z.number() }),
  killedTasksSummary: z.record(z.string(), z.number()),
});
export type Subjob = z.infer<typeof Subjob>;

export const Run = z.object({
  run: z.string(),
  state: State,
  vendorState: z.string(),
  startedAt: z.nullable(Instant),
  endedAt: z.nullable(Instant),
  durationMs: z.nullable(z.number()),
  path: z.string(),
});
export type Run = z.infer<typeof Run>;

export const Event = z.discriminatedUnion("type", [
  z.object({
    at: Instant,
    type: z.literal("transition"),
    from: z.nullable(z.string()),
    to: z.string(),
    state: State,
    certainty: z.enum(["vendor", "observed"]),
    earliest: z.nullable(Instant),
    attempt: z.number(),
  }),
  z.object({
    at: Instant,
    type: z.literal("action"),
    auditId: z.string(),
    action: Action,
    by: z.string(),
    outcome: Outcome,
    reason: z.nullable(z.string()),
    vendorMessage: z.nullable(z.string()),
    /** When the vendor accepted it; null: it did not, or never answered. */
    acceptedAt: z.nullable(Instant),
    settledAt: z.nullable(Instant),
    /** What the vendor named as started, and the plan that it answered with; null: none named. */
    started: z.nullable(z.array(z.object({ connection: z.string(), kind: z.string(), id: z.string() }))),
    plan: z.nullable(z.array(z.unknown())),
  }),
]);
export type Event = z.infer<typeof Event>;

export const JobDetail = z.extend(Job, {
  /** Which run is shown; null for single executions. */
  run: z.nullable(z.string()),
  timeline: z.array(Segment),
  subjobs: z.nullable(z.array(Subjob)),
  lastSubjobs: z.nullable(z.object({ at: Instant, items: z.array(Subjob) })),
  details: Details,
  raw: z.record(z.string(), z.unknown()),
  history: z.array(Run),
  events: z.array(Event),
  offers: z.object({ results: z.boolean(), log: z.boolean() }),
  /** Why the last try to read this job by id brought nothing; null where it did. */
  readProblem: z.nullable(z.object({ code: z.string(), message: z.string(), at: Instant })),
  /** Why the progress of a running job cannot be known now, in the vendor's words, and since when; null: it can, or nobody knows. */
  progressProblem: z.nullable(z.object({ code: z.string(), message: z.string(), at: Instant })),
});
export type JobDetail = z.infer<typeof JobDetail>;
