import type { Job, JobDetail, PendingAction, Run } from "@/lib/contract/job";
import { type JobState, isFinal } from "@/lib/jobs/state";

/** A fixed day: the gallery looks the same on every visit. */
export const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 6, 3, 12, minute, second)).toISOString();

/** When the gallery's clock starts. */
export const SAMPLE_NOW = at(6);

export function sampleJob(change: Partial<Job> = {}): Job {
  const state: JobState = change.state ?? "running";
  const final = isFinal(state);
  return {
    connection: "lake",
    vendor: "dremio",
    kind: "query",
    id: `sample-${state}`,
    name: "select l_returnflag, sum(l_quantity) from lineitem group by 1",
    state,
    vendorState: state.toUpperCase(),
    attention: null,
    owner: "ana",
    queue: "LARGE",
    type: "UI_RUN",
    submittedAt: at(1),
    startedAt: at(1, 7),
    endedAt: final ? at(5) : null,
    durationMs: final ? 233_000 : null,
    progress: null,
    rowCount: 1200,
    error: null,
    actions: [],
    pendingAction: null,
    path: `/jobs/lake/query/${change.id ?? `sample-${state}`}`,
    vendorUrl: "https://dremio.test/jobs",
    firstSeenAt: at(1),
    observedAt: at(5),
    stale: false,
    gone: false,
    ...change,
  };
}

/** Each attention in each state that it stands on. */
export const SAMPLE_ATTENTIONS = [
  { attention: "stop_failed", state: "running", vendorState: "job_cancel_fail" },
  { attention: "stop_unconfirmed", state: "running", vendorState: "job_running" },
  { attention: "exception", state: "failed", vendorState: "job_running_exception" },
  { attention: "exception", state: "suspended", vendorState: "job_running_exception" },
  { attention: "exception", state: "stopping", vendorState: "job_running_exception" },
  { attention: "arrears", state: "suspended", vendorState: "job_arrearage_stopped" },
  { attention: "arrears", state: "starting", vendorState: "job_arrearage_recovering" },
  { attention: "arrears", state: "stopping", vendorState: "job_arrearage_recovering" },
] as const satisfies readonly Partial<Job>[];

const LONG = `insert overwrite table dws.orders_daily ${"select * from ods.orders union all ".repeat(30)}`;

export const SAMPLE_PENDING: PendingAction = {
  action: "cancel",
  status: "accepted",
  by: "operator@jobwatch.test",
  at: at(5),
  reason: null,
  auditId: "1",
};

/** Rows that a list has to bear: each state, long names, poison text, stale, gone, open actions. */
export const SAMPLE_ROWS: readonly Job[] = [
  sampleJob({ id: "cancel", actions: ["cancel"] }),
  sampleJob({
    id: "zero",
    vendor: "huawei-dli",
    connection: "dli-north",
    kind: "sql",
    progress: { fraction: 0, of: "job", subjobId: null },
  }),
  sampleJob({
    id: "subjob",
    vendor: "huawei-dli",
    connection: "dli-north",
    kind: "sql",
    progress: { fraction: 0.41, of: "subjob", subjobId: "3" },
    actions: ["cancel"],
  }),
  sampleJob({
    id: "pending",
    state: "stopping",
    vendorState: "RUNNING",
    pendingAction: SAMPLE_PENDING,
  }),
  sampleJob({
    id: "failed",
    state: "failed",
    error: "ExecutionSetupException: One or more nodes lost connectivity during query.",
  }),
  sampleJob({
    id: "stale",
    state: "warning",
    vendorState: "COMPLETED_WITH_WARNINGS",
    vendor: "datameer",
    connection: "datameer",
    kind: "execution",
    stale: true,
  }),
  sampleJob({ id: "gone", state: "succeeded", gone: true }),
  sampleJob({
    id: "arrears",
    state: "suspended",
    vendorState: "job_arrearage_stopped",
    attention: "arrears",
    kind: "flink",
  }),
  sampleJob({ id: "long", state: "queued", name: LONG }),
  sampleJob({
    id: "poison",
    state: "cancelled",
    name: "invoice\u202Efdp.exe\u0000 <b>bold</b>",
    owner: "<script>",
    queue: null,
  }),
  sampleJob({ id: "word", state: "unknown", vendorState: "REBALANCING", owner: null }),
  sampleJob({
    id: "draft",
    state: "draft",
    vendorState: "_NONE",
    submittedAt: null,
    startedAt: null,
    endedAt: null,
    durationMs: null,
  }),
];

type SampleAction = Extract<JobDetail["events"][number], { type: "action" }>;

const told = { certainty: "vendor" as const, fromEarliest: null, attempt: 1 };

export const SAMPLE_DETAIL: JobDetail = {
  ...sampleJob({ state: "succeeded" }),
  run: null,
  timeline: [
    { state: "queued", vendorState: "QUEUED", from: at(1), to: at(1, 40), ...told },
    { state: "starting", vendorState: "PLANNING", from: at(1, 40), to: at(2), ...told },
    {
      state: "running",
      vendorState: "RUNNING",
      from: at(2, 30),
      to: at(5),
      certainty: "observed",
      fromEarliest: at(2),
      attempt: 1,
    },
  ],
  subjobs: null,
  lastSubjobs: null,
  details: { type: "sample/none", someField: "a value", nothing: null, nested: { list: [1, 2], empty: "" } },
  raw: {},
  history: [],
  events: [
    {
      at: at(1),
      type: "transition",
      from: null,
      to: "QUEUED",
      state: "queued",
      certainty: "vendor",
      earliest: null,
      attempt: 1,
    },
    {
      at: at(2, 30),
      type: "transition",
      from: "PLANNING",
      to: "RUNNING",
      state: "running",
      certainty: "observed",
      earliest: at(2),
      attempt: 1,
    },
    {
      at: at(3),
      type: "action",
      auditId: "1",
      action: "cancel",
      by: "operator@jobwatch.test",
      outcome: "refused",
      reason: "too slow",
      vendorMessage: "Permission denied",
      acceptedAt: null,
      settledAt: at(3, 1),
      started: null,
      plan: null,
    },
  ],
  offers: { results: false, log: false },
  readProblem: null,
  progressProblem: null,
};

/** An action as its job's page tells it: a cancel that the vendor accepted, unless `part` says otherwise. */
export function sampleAction(part: Partial<SampleAction> = {}): SampleAction {
  return {
    at: at(3),
    type: "action",
    auditId: "1",
    action: "cancel",
    by: "operator@jobwatch.test",
    outcome: "accepted",
    reason: "it reads the whole lake",
    vendorMessage: null,
    acceptedAt: at(3, 1),
    settledAt: null,
    started: null,
    plan: null,
    ...part,
  };
}

/** A sequence that ran, with what it started and the plan that came back. */
export const SAMPLE_SEQUENCE = sampleAction({
  action: "trigger-sequence",
  outcome: "confirmed",
  settledAt: at(4),
  started: [
    { connection: "datameer", kind: "execution", id: "16" },
    { connection: "datameer", kind: "execution", id: "17" },
  ],
  plan: [
    { jobConfigurationName: "apache_log", jobConfigurationId: 3, trigger: true, jobExecutionId: 16 },
    { jobConfigurationName: "categorization", jobConfigurationId: 4, trigger: true, jobExecutionId: 17 },
    { jobConfigurationName: "left out", jobConfigurationId: 5, trigger: false },
  ],
});

/** A job's page, running unless `part` says otherwise: its name is short, and nothing has happened to it yet. */
export function sampleDetail(part: Partial<JobDetail> = {}): JobDetail {
  return { ...SAMPLE_DETAIL, ...sampleJob({ id: "sample", ...part }), timeline: [], events: [], ...part };
}

const RUN_STATES = ["running", "succeeded", "succeeded", "warning", "failed", "succeeded", "cancelled"] as const;

/** Runs of the same thing, newest first; the newest lasts. */
export function sampleRuns(count: number): Run[] {
  return Array.from({ length: count }, (_, n) => {
    const state = n === 0 ? "running" : (RUN_STATES[1 + (n % (RUN_STATES.length - 1))] ?? "succeeded");
    const start = Date.parse(at(2)) - n * 86_400_000;
    const durationMs = n === 0 ? null : 180_000 + ((n * 37) % 11) * 9_000;
    return {
      run: `run-${n}`,
      state,
      vendorState: state.toUpperCase(),
      startedAt: new Date(start).toISOString(),
      endedAt: durationMs === null ? null : new Date(start + durationMs).toISOString(),
      durationMs,
      path: `/jobs/lake/query/sample?run=run-${n}`,
    };
  });
}
