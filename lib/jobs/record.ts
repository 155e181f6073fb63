import type { ActionOutcome, JobAction } from "@/lib/jobs/action";
import type { JobProgress } from "@/lib/jobs/snapshot";
import type { Attention, JobState } from "@/lib/jobs/state";

/** What is kept of a job: the sum of its readings so far. Instants are epoch ms. */
export interface JobRecord {
  connection: string;
  vendor: string;
  kind: string;
  id: string;
  run: string | null;
  /** Which try inside the run, from 1. */
  attempt: number;
  name: string;
  /** What we show; see {@link shownState}. */
  state: JobState;
  /** What the vendor's word means by itself. */
  readingState: JobState;
  vendorState: string;
  attention: Attention | null;
  owner: string | null;
  queue: string | null;
  type: string | null;
  internal: boolean;
  submittedAt: number | null;
  startedAt: number | null;
  endedAt: number | null;
  sortAt: number;
  durationMs: number | null;
  progress: JobProgress | null;
  rowCount: number | string | null;
  error: string | null;
  allowed: string[];
  vendorUrl: string | null;
  search: string;
  firstSeenAt: number;
  observedAt: number;
  readingAt: number;
  goneAt: number | null;
  readProblem: { code: string; message: string; at: number } | null;
  unconfirmed: boolean;
  hashes: Record<string, string>;
}

/** An action that is not settled yet, or the last accepted one. Instants are epoch ms. */
export interface ActionRecord {
  id: string;
  action: JobAction;
  outcome: ActionOutcome;
  run: string | null;
  askedAt: number;
  acceptedAt: number | null;
  dataId: string | null;
}
