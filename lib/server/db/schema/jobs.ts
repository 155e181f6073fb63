import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { JobProgress, VendorSegment } from "@/lib/jobs/snapshot";
import type { Attention, JobState } from "@/lib/jobs/state";
import type { Subjob } from "@/lib/jobs/subjob";

/** Epoch milliseconds: one type on both drivers, and no zone to get wrong. */
const instant = (name: string) => bigint(name, { mode: "number" });

/** What a job last looked like: one row per job or definition, narrow enough to list. */
export const jobs = pgTable(
  "jobs",
  {
    seq: bigserial("seq", { mode: "number" }).primaryKey(),
    connection: text("connection").notNull(),
    vendor: text("vendor").notNull(),
    kind: text("kind").notNull(),
    id: text("id").notNull(),
    run: text("run"),
    attempt: integer("attempt").notNull(),
    name: text("name").notNull(),
    /** What we show: the vendor's state, or `stopping` while an accepted stop has not taken effect. */
    state: text("state").$type<JobState>().notNull(),
    /** What the vendor's word means by itself. */
    readingState: text("reading_state").$type<JobState>().notNull(),
    vendorState: text("vendor_state").notNull(),
    attention: text("attention").$type<Attention>(),
    owner: text("owner"),
    queue: text("queue"),
    type: text("type"),
    internal: boolean("internal").notNull(),
    submittedAt: instant("submitted_at"),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
    /** Submitted, else started, else first seen. */
    sortAt: instant("sort_at").notNull(),
    durationMs: bigint("duration_ms", { mode: "number" }),
    progress: jsonb("progress").$type<JobProgress>(),
    rowCount: jsonb("row_count").$type<number | string>(),
    error: text("error"),
    allowed: jsonb("allowed").$type<string[]>().notNull(),
    vendorUrl: text("vendor_url"),
    /** Name, id, text and error, for the search by substring. */
    search: text("search").notNull(),
    firstSeenAt: instant("first_seen_at").notNull(),
    /** When this content was first seen as it is. */
    observedAt: instant("observed_at").notNull(),
    /** When the reading that wrote this row was asked for: an older one never wins. */
    readingAt: instant("reading_at").notNull(),
    goneAt: instant("gone_at"),
    readProblem: jsonb("read_problem").$type<{ code: string; message: string; at: number }>(),
    /** A stop that did not take effect in time, in this run. */
    unconfirmed: boolean("unconfirmed").notNull(),
    /** Per source of readings, the hash of what it last said: an unchanged reading writes nothing. */
    hashes: jsonb("hashes").$type<Record<string, string>>().notNull(),
  },
  (t) => [
    uniqueIndex("jobs_ref").on(t.connection, t.kind, t.id),
    index("jobs_sort").on(t.sortAt, t.seq),
    index("jobs_connection_sort").on(t.connection, t.sortAt, t.seq),
    index("jobs_state_sort").on(t.state, t.sortAt, t.seq),
    index("jobs_owner_sort").on(t.owner, t.sortAt, t.seq),
    index("jobs_queue_sort").on(t.queue, t.sortAt, t.seq),
    index("jobs_started").on(sql`coalesce(${t.startedAt}, -1)`, t.seq),
    index("jobs_ended").on(sql`coalesce(${t.endedAt}, -1)`, t.seq),
    index("jobs_duration").on(sql`coalesce(${t.durationMs}, -1)`, t.seq),
    index("jobs_name").on(sql`left(${t.name}, 200) collate "C"`, t.seq),
    index("jobs_type").on(t.type),
    index("jobs_search").using("gin", sql`${t.search} gin_trgm_ops`),
    index("jobs_active")
      .on(t.connection, t.kind)
      .where(sql`reading_state not in ('draft', 'succeeded', 'warning', 'failed', 'cancelled') and gone_at is null`),
  ],
);

/** The wide part of a job, read only for its page. */
export const jobBodies = pgTable("job_bodies", {
  job: bigint("job", { mode: "number" })
    .primaryKey()
    .references(() => jobs.seq, { onDelete: "cascade" }),
  details: jsonb("details").$type<{ type: string } & Record<string, unknown>>().notNull(),
  raw: jsonb("raw").$type<Record<string, unknown>>().notNull(),
  segments: jsonb("segments").$type<VendorSegment[]>(),
  /** Vendor segments of earlier attempts of this run, oldest first. */
  pastSegments: jsonb("past_segments").$type<{ attempt: number; segments: VendorSegment[] }[]>().notNull(),
  subjobs: jsonb("subjobs").$type<Subjob[]>(),
  subjobsAt: instant("subjobs_at"),
  /** Whether the last question for them was answered; else they are the last ones known. */
  subjobsCurrent: boolean("subjobs_current").notNull().default(false),
  /** Why the last question for the progress brought none; `at`: since when it is that. */
  progressProblem: jsonb("progress_problem").$type<{ code: string; message: string; at: number }>(),
});

/** Earlier runs of a definition: those that we saw end, and those that the vendor lists. */
export const jobRuns = pgTable(
  "job_runs",
  {
    job: bigint("job", { mode: "number" })
      .notNull()
      .references(() => jobs.seq, { onDelete: "cascade" }),
    run: text("run").notNull(),
    state: text("state").$type<JobState>().notNull(),
    vendorState: text("vendor_state").notNull(),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
    durationMs: bigint("duration_ms", { mode: "number" }),
    /** Where the run is a job of its own. */
    runKind: text("run_kind"),
    runId: text("run_id"),
    /** The row and body as they were when a newer run took their place. */
    row: jsonb("row").$type<Record<string, unknown>>(),
    body: jsonb("body").$type<Record<string, unknown>>(),
  },
  (t) => [primaryKey({ columns: [t.job, t.run] }), index("job_runs_started").on(t.job, t.startedAt)],
);

/** Every change of a vendor's word, append-only. */
export const transitions = pgTable(
  "transitions",
  {
    seq: bigserial("seq", { mode: "number" }).primaryKey(),
    job: bigint("job", { mode: "number" })
      .notNull()
      .references(() => jobs.seq, { onDelete: "cascade" }),
    run: text("run"),
    attempt: integer("attempt").notNull(),
    fromVendorState: text("from_vendor_state"),
    vendorState: text("vendor_state").notNull(),
    state: text("state").$type<JobState>().notNull(),
    at: instant("at").notNull(),
    /** The last moment at which the word before was seen; null where the vendor states the moment. */
    earliest: instant("earliest"),
    certainty: text("certainty").$type<"vendor" | "observed">().notNull(),
  },
  (t) => [index("transitions_job").on(t.job, t.seq)],
);

/** How many jobs are in which state: counting 200,000 rows for each request would stop the process. */
export const jobCounts = pgTable(
  "job_counts",
  {
    connection: text("connection").notNull(),
    vendor: text("vendor").notNull(),
    kind: text("kind").notNull(),
    internal: boolean("internal").notNull(),
    state: text("state").$type<JobState>().notNull(),
    n: bigint("n", { mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.connection, t.kind, t.internal, t.state] })],
);
