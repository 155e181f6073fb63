import type { JobAction } from "@/lib/jobs/action";
import type { Attention, JobState } from "@/lib/jobs/state";
import type { Subjob } from "@/lib/jobs/subjob";

/** Progress as the vendor gives it; 0 is a value, null means that it cannot be known. */
export interface JobProgress {
  /** 0…1 */
  fraction: number;
  of: "job" | "subjob";
  subjobId: string | null;
}

/** A stretch of the timeline whose ends the vendor itself states. Instants are ISO 8601 UTC with milliseconds. */
export interface VendorSegment {
  state: JobState;
  vendorState: string;
  from: string;
  to: string | null;
  /** Stands for finer phases, which another question gives: it never replaces those. */
  coarse?: true;
}

/** One earlier run that the vendor reports beside the newest one. */
export interface RunSnapshot {
  /** Start of the run in epoch ms, or the execution id where the vendor gives runs an id of their own. */
  run: string;
  state: JobState;
  vendorState: string;
  startedAt: string | null;
  endedAt: string | null;
  durationMs: number | null;
  /** Where a run is a job of its own (a Datameer execution): its kind and id. */
  job: { kind: string; id: string } | null;
}

/**
 * What one reading of a vendor says about one job. An absent key means that this reading does not speak of it, and what
 * is known stays; `null` means that the vendor says there is none.
 */
export interface JobSnapshot {
  kind: string;
  id: string;
  /**
   * Which run of a definition this is (its start in epoch ms); null for single executions, for never run, and where the
   * reading does not say.
   */
  run: string | null;
  vendorState: string;
  state: JobState;
  /** `coarse`: a listing's word, which never replaces a finer word of the same state group. */
  precision: "fine" | "coarse";
  /** Some of it could not be had this time, and the vendor did not say no: it is worth asking again. */
  partial?: true;
  /** The finer vendor words that a coarse one may stand for. */
  covers?: readonly string[];
  /**
   * The vendor has one word for failed and cancelled: where our own cancel was accepted before, it means cancelled.
   */
  cancelledIfAsked?: boolean;
  attention: Attention | null;
  /** Which actions the vendor's state allows; roles and pending actions are judged elsewhere. */
  actions: JobAction[];
  name?: string;
  /** What to call it as long as no reading has given a name. */
  nameIfUnknown?: string;
  owner?: string | null;
  queue?: string | null;
  submittedAt?: string | null;
  startedAt?: string | null;
  endedAt?: string | null;
  /** The vendor's own duration; computed from the instants where absent. */
  durationMs?: number | null;
  /** Which try inside the run, where the vendor counts; a higher one reopens a job. */
  attempt?: number;
  progress?: JobProgress | null;
  rowCount?: number | string | null;
  error?: string | null;
  /** More text that the search looks through, e.g. the whole SQL. */
  text?: string | null;
  /** A facet within the kind: Dremio's query type, DLI's job type. */
  type?: string | null;
  /** Jobs that the list hides until asked for (internal and accelerator queries). */
  internal?: boolean;
  /** Vendor-certain phases of the current attempt. */
  segments?: VendorSegment[];
  subjobs?: Subjob[] | null;
  history?: RunSnapshot[];
  /** Ids of the data this job holds, where the vendor lists them: a deletion is confirmed once its id is gone. */
  dataIds?: string[];
  /** Every field of the vendor's documents, by `lib/contract/details`; merged key by key over what is known. */
  details: { type: string } & Record<string, unknown>;
  /** The vendor's bodies as they came, by what was asked, e.g. `{"GET /api/v3/job/{id}": {...}}`. */
  raw: Record<string, unknown>;
  vendorUrl?: string | null;
}
