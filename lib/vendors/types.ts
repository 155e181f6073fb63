import type { JobAction } from "@/lib/jobs/action";
import type { JobRef } from "@/lib/jobs/ref";
import type { JobSnapshot } from "@/lib/jobs/snapshot";

/** How the server proves itself to a vendor. The descriptor names the schemes, `lib/server/outbound` performs them. */
export const AUTH_SCHEMES = ["bearer", "dremio-login", "basic", "iam-token", "iam-password", "sdk-hmac"] as const;
export type AuthScheme = (typeof AUTH_SCHEMES)[number];

/** A field of a connection's form and of its YAML entry. */
export interface ConnectionField {
  name: string;
  label: string;
  required: boolean;
  secret: boolean;
  help: string | null;
}

/** One way to log in: `type` is the word in the configuration's `auth`. */
export interface AuthOption {
  type: string;
  scheme: AuthScheme;
  label: string;
  fields: ConnectionField[];
}

export interface KindDescriptor {
  kind: string;
  label: string;
  /** The `type` of its details and its panel. */
  detailsType: string;
  /** Run again and again under one id: one row, one page, a history of runs. */
  definition: boolean;
  /** Its jobs run once each: two of one name or statement, word for word, are the same thing run again. */
  repeatedByName?: true;
  actions: readonly JobAction[];
  /** Ids that this kind can have; anything else is answered as not found without a call. */
  idPattern: RegExp;
  offers: { results: boolean; log: boolean; subjobs: boolean };
}

/** What the product knows of a vendor without asking it: data only. */
export interface VendorDescriptor {
  /** Also the folder's name. */
  id: string;
  label: string;
  docsUrl: string;
  kinds: readonly KindDescriptor[];
  auth: readonly AuthOption[];
  /** Connection settings beside base URL and auth, e.g. `projectId`, `timeZone`. */
  settings: readonly ConnectionField[];
  poll: { defaultSeconds: number; recentEverySeconds: number };
  /** Calls a minute that we allow ourselves where the connection does not say otherwise. */
  budgetPerMinute: (settings: ConnectionSettings) => number;
}

/** A connection's settings from the YAML file or the form, without its secrets. */
export interface ConnectionSettings {
  baseUrl: string;
  consoleUrl: string | null;
  /** Vendor-specific entries by their names in the configuration: projectId, timeZone, configurations, … */
  [setting: string]: unknown;
}

export type QueryValue = string | number | boolean | null | undefined | readonly (string | number)[];

export interface VendorRequest {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below the connection's origin and base path, starting with `/`; the caller encodes its segments. */
  path: string;
  /** null and undefined are left out, arrays repeat the key. */
  query?: Record<string, QueryValue>;
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** The call as a template for logs, metrics and errors: `GET /api/v3/job/{id}`. */
  operation: string;
  /** Reads may be asked again after a failure that says nothing was wrong with the question. GET is one unless `false`. */
  read?: boolean;
  /** Absolute, body included; 10 s unless told. */
  deadlineMs?: number;
  /** An operator's action: never refused for a spent budget, never retried. */
  action?: boolean;
}

/** Any HTTP answer that is not a redirect, whatever its status; only calls without an answer throw. */
export interface VendorResponse {
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  /** Decoded, within the cap. */
  text: string;
  /**
   * The body as JSON. Integers beyond 2^53 become strings with all their digits.
   * @throws VendorError `contract` for HTML, an empty or a broken body, or one that is nested too deep.
   */
  json(): unknown;
  /** The same, with every number given to `parseNumber` as its text. */
  jsonWith(parseNumber: (text: string) => unknown): unknown;
}

/** Everything that a connector may touch: it never sees a credential, a socket or another origin. */
export interface VendorContext {
  /** @throws VendorError where there is no answer. */
  request(request: VendorRequest): Promise<VendorResponse>;
  settings: ConnectionSettings;
  /** Names the connection in snapshots' URLs. */
  connection: string;
  signal: AbortSignal;
  /** Epoch ms. */
  now(): number;
  /** Calls left in this minute's budget. */
  callsLeft(): number;
}

/** A row that could not be understood: counted, shown, never silently lost. */
export interface SkippedRow {
  /** The row's id where it has one. */
  id: string | null;
  reason: string;
}

export interface SnapshotPage {
  items: JobSnapshot[];
  skipped: SkippedRow[];
  /** null: this was the last page. */
  cursor: string | null;
  /** Something an operator should know about how this list came about. */
  notice?: { code: string; message: string };
}

/** `active`: what runs now, each sweep. `recent`: what ended lately, each `poll.recentEverySeconds`. */
export type SweepScope = "active" | "recent";

export interface SweepQuery {
  scope: SweepScope;
  /** Epoch ms: jobs that ended before this need not be listed. */
  since: number;
  cursor: string | null;
}

export interface ResultPage {
  columns: { name: string; type: string }[];
  rows: unknown[][];
  offset: number;
  total: number | null;
}

export interface LogPage {
  lines: string[];
  from: number;
  total: number | null;
}

/** What an operator added to an action; each action's own fields by the contract. */
export interface ActionRequest {
  action: JobAction;
  fileIds?: (string | number)[];
  variables?: Record<string, string>;
  resumeSavepoint?: boolean;
  dataId?: string;
  /** The job as it is stored, for connectors that need its other ids (file id, uuid) or its run. */
  job: { run: string | null; vendorState: string; details: Record<string, unknown> };
}

/** The vendor said yes, which is not yet done. */
export interface Accepted {
  message: string | null;
  /** Jobs that this started. */
  started?: { kind: string; id: string }[];
  plan?: unknown[];
}

/** What a running job's progress call says. */
export type ProgressReading = Pick<JobSnapshot, "progress" | "subjobs" | "raw"> & {
  /** Its document's own fields join the job's details: of these keys, those without a value are gone. */
  details?: { keys: readonly string[]; values: Record<string, unknown> };
};

export interface VendorConnector {
  readonly descriptor: VendorDescriptor;
  /** One cheap call proving that address and credential work. @throws VendorError otherwise. */
  check(ctx: VendorContext): Promise<void>;
  /** @throws VendorError where the list could not be had; a bad row is skipped, never thrown. */
  listJobs(ctx: VendorContext, query: SweepQuery): Promise<SnapshotPage>;
  /** null: the vendor, asked by id, says that there is no such job. */
  getJob(ctx: VendorContext, ref: JobRef): Promise<JobSnapshot | null>;
  /**
   * Progress and subjobs of a running job. null: this job has none. Absent: no such notion.
   * @throws VendorError with the vendor's words where it cannot tell now: the last ones stay, and so does the state.
   * `known` is what the record holds: a start (ISO 8601) against which a vendor's dates without a clear zone are checked.
   */
  getProgress?(ctx: VendorContext, ref: JobRef, known?: { startedAt: string | null }): Promise<ProgressReading | null>;
  /** @throws VendorError `rejected` or `not-found` with the vendor's words where there are no results (any more). */
  getResults?(ctx: VendorContext, ref: JobRef, page: { offset: number; limit: number }): Promise<ResultPage>;
  getLog?(ctx: VendorContext, ref: JobRef): Promise<LogPage>;
  /** What is missing or wrong in an action's own fields, before anything is asked; null where all is well. */
  refuseAction?(request: ActionRequest): { field: string; message: string } | null;
  /**
   * Resolves once accepted. @throws VendorError `rejected`, `not-found` or `forbidden` with the vendor's words where it
   * refuses; `other-target` where it would hit something else, without having called; `timeout` or `unavailable` where nobody knows whether it was done.
   */
  act?(ctx: VendorContext, ref: JobRef, request: ActionRequest): Promise<Accepted>;
}
