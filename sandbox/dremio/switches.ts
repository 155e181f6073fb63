/** Which of Dremio's editions the sandbox plays (vendors' document, sections 1, 2.5 and 3.4 g). */
export type Flavor = "community" | "enterprise" | "cloud";

/** A row of a listing that no healthy server would send, see {@link DremioSwitches.oddRows}. */
export type OddRow = "duplicate" | "poison" | "wrong-types" | "no-id" | "unknown-state";

/** Everything a test may turn with `POST /__sandbox/fault` {"switch", "value"}. Durations in milliseconds. */
export type DremioSwitches = {
  flavor: Flavor;
  /** Vocabulary of `status` in the system tables: as documented (SETUP, ENGINE START) or raw state names. */
  statusWords: "documented" | "raw";
  /** What a cancel of a finished job is answered with. */
  cancelOnFinal: 404 | 400 | 409;
  /** Whether an accepted cancel shows as CANCELLATION_REQUESTED until it takes effect. */
  cancelShows: "unchanged" | "requested";
  /** From the 204 to the effect; null draws 200 to 3,000. */
  cancelDelayMs: number | null;
  /** How likely a running job completes although its cancel was accepted. */
  cancelLost: number;
  /** Wall-clock wait before any answer to a cancel. */
  slowCancelMs: number;
  /** Life of a log-in token. */
  tokenLifeMs: number;
  /** Refuse every token with the empty 401. */
  refuseTokens: boolean;
  /** Log-in answers 403 "No User Available", as on a fresh installation. */
  brandNewInstall: boolean;
  /** Jobs that answer 403 to everyone. */
  forbiddenJobs: string[];
  /** Jobs that no listing shows although they exist. */
  hiddenJobs: string[];
  /** Listings come back without rows. */
  emptyList: boolean;
  oddRows: OddRow[];
  /** Listings claim and serve this many rows; 0 is honest. */
  hugeList: number;
  /** Every page of a listing is full, whatever the offset. */
  endlessPages: boolean;
  /** Columns that this server's system tables do not have. */
  missingColumns: string[];
  /** `queried_datasets` as one bracketed text (as the source writes it) or as a list (as documented). */
  datasetsAs: "text" | "list";
  /** What a SELECT on a system table does for a user without VIEW JOB HISTORY. */
  restrictedSelect: "refused" | "own-jobs";
  /** Whether Cloud has `sys.project.jobs_recent`. */
  projectJobsRecent: boolean;
  /** How long a listing query takes, in sandbox time; 0 completes at once, also with a frozen clock. */
  listingMs: number;
  /** Reads by id answer what was true this long ago. */
  staleReadsMs: number;
  /** Leave `rowCount` out of job objects. */
  omitRowCount: boolean;
  /** All stored results are purged. */
  resultsExpired: boolean;
  /** "Too many live queries": as HTTP 400 or as a FAILED job. */
  rejectSql: "no" | "http" | "failed";
  /** Cloud's limits on `/v0`; also on `/api/v3` where the flavour is cloud. */
  rateLimits: boolean;
  /** What a 429 carries. */
  retryAfter: "seconds" | "date" | "none";
  /** Shifts the `Date` header of every answer. */
  dateSkewMs: number;
};

/** The defaults: a healthy Enterprise server. */
export function defaultSwitches(flavor: Flavor): DremioSwitches {
  return {
    flavor,
    statusWords: "documented",
    cancelOnFinal: 404,
    cancelShows: "unchanged",
    cancelDelayMs: null,
    cancelLost: 0.05,
    slowCancelMs: 0,
    tokenLifeMs: 30 * 3_600_000,
    refuseTokens: false,
    brandNewInstall: false,
    forbiddenJobs: [],
    hiddenJobs: [],
    emptyList: false,
    oddRows: [],
    hugeList: 0,
    endlessPages: false,
    missingColumns: [],
    datasetsAs: "text",
    restrictedSelect: "refused",
    projectJobsRecent: false,
    listingMs: 150,
    staleReadsMs: 0,
    omitRowCount: false,
    resultsExpired: false,
    rejectSql: "no",
    rateLimits: true,
    retryAfter: "seconds",
    dateSkewMs: 0,
  };
}
