import type { Job, JobList } from "@/lib/contract/job";
import type { JobState } from "@/lib/jobs/state";

/** A job of the lake, as the list has it. */
export const job = (id: string, state: JobState = "running"): Job => ({
  connection: "lake",
  vendor: "dremio",
  kind: "query",
  id,
  name: `job ${id}`,
  state,
  vendorState: state.toUpperCase(),
  attention: null,
  owner: null,
  queue: null,
  type: null,
  submittedAt: null,
  startedAt: null,
  endedAt: null,
  durationMs: null,
  progress: null,
  rowCount: null,
  error: null,
  actions: [],
  pendingAction: null,
  path: `/jobs/lake/query/${id}`,
  vendorUrl: null,
  firstSeenAt: "2026-01-01T00:00:00.000Z",
  observedAt: "2026-01-01T00:00:00.000Z",
  stale: false,
  gone: false,
});

/** One page of the list. */
export const answer = (items: Job[], nextCursor: string | null = null): JobList => ({
  items,
  nextCursor,
  counts: null,
  asOf: "2026-01-01T00:00:00.000Z",
});
