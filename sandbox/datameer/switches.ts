import { situations } from "./seed-situations";

/** One switch as data: the values a test can walk, the default among them, and what it decides. */
export interface SwitchSpec<T> {
  default: T;
  /** Every value, or for a free number or text: samples worth trying. */
  values: readonly T[];
  about: string;
  /** The page leaves this open: a client must get along with every value. */
  open: boolean;
}

function choice<const T extends readonly (string | number | boolean | null)[]>(
  values: T,
  about: string,
  open = false,
): SwitchSpec<T[number]> {
  return { default: values[0] as T[number], values, about, open };
}

function amount(value: number, samples: readonly number[], about: string): SwitchSpec<number> {
  return { default: value, values: [value, ...samples], about, open: false };
}

/** The sandbox's switches. The first value is the default; `open` marks a point that the vendor's page leaves open. */
export const datameerSwitches = {
  version: choice(["7.5.2", "7.4", "7.2.5", "7.2.4"], "7.2.4 has no /api, 7.4 adds ids to details, 7.5.2 sequences"),
  timeZone: {
    default: "Asia/Shanghai",
    values: ["Asia/Shanghai", "Europe/Berlin"],
    about: "the server's IANA zone",
    open: false,
  } as SwitchSpec<string>,
  seedSituation: {
    default: null,
    values: [null, ...Object.keys(situations)],
    about: "plays one example of the vendor's page; see the README",
    open: false,
  } as SwitchSpec<string | null>,
  dateStyle: choice(
    ["documented", "comma", "narrow-space", "german", "always-us", "always-old"],
    "how a JDK or locale change would write the same times",
    true,
  ),
  estimateStyle: choice(["combined", "seconds"], "more than a minute left: 2m 5s, or 125s", true),
  omitEstimate: choice([false, true], "no run has an estimate"),
  dropExecutionIdInList: choice([false, true], "list rows never carry jobExecutionId"),
  listIdDelayMs: amount(1_500, [0, 60_000], "how long a new run's list row lacks jobExecutionId"),
  listIncludesQueued: choice([false, true], "whether list-running shows queued executions", true),
  statusCaseQuirk: choice(["off", "rest", "everywhere"], "COMPLETED_WITH_Warnings", true),
  abortingState: choice([false, true], "a run that is being stopped says ABORTING", true),
  waitingState: choice([false, true], "an execution held up by another one says WAITING_FOR_OTHER_JOB", true),
  unknownStatus: {
    default: null,
    values: [null, "COMPILING"],
    about: "a running job says this word instead",
    open: true,
  } as SwitchSpec<string | null>,
  stopDelayMs: amount(1_500, [0, 30_000], "from an accepted stop to CANCELED"),
  stopLosesRace: choice([false, true], "a stopped run completes anyway"),
  stopHits: choice(["latest", "all"], "which active executions of the artifact a stop ends", true),
  stopHttpStatus: choice([200, 202, 204], "the code of the empty answer to a stop", true),
  stopOfFinished: choice(["failure", "empty"], "stop where nothing runs", true),
  doubleTrigger: choice(["queue", "failure"], "trigger of an artifact that is active", true),
  executionUser: choice(["caller", "owner"], "job-execution-user of a triggered run", true),
  triggerWord: {
    default: "RESTAPI",
    values: ["RESTAPI", "SCHEDULER"],
    about: "job-execution-trigger",
    open: true,
  } as SwitchSpec<string>,
  sequenceParam: choice(
    ["ignored", "file-ids", "configuration-ids"],
    "what ?sequence= names; ignored: the body's fileIds",
    true,
  ),
  sequenceBody: choice(
    ["loose", "strict"],
    "whether unquoted keys and trailing commas are read, as in the page's own call",
    true,
  ),
  sequenceNotDataDriven: choice(["failure", "trigger-false"], "a chain with a workbook that is not data-driven", true),
  killEndpoint: choice([false, true], "POST /rest/job-execution/job-kill/<id> exists", true),
  historyOrder: choice(["newest-first", "oldest-first"], "order of job-history", true),
  emptyHistory: choice(["[]", "{}"], "history of a configuration that never ran", true),
  runningStopTime: choice(["absent", "null"], "stopTime in the details of an execution that has not ended", true),
  restUnknown: choice(["404", "500", "{}"], "/rest asked for an unknown execution or configuration", true),
  failureHttpStatus: choice([200, 403, 404, 500], "the code of the failure envelope", true),
  deleteAnswer: choice(["envelope", "empty"], "body of a successful delete", true),
  dataListShape: choice(["array", "object"], "/rest/data/<type>/<id>: an array of one, or the object itself", true),
  exportListPath: choice(["singular", "plural", "both"], "/rest/export-job or /rest/export-jobs", true),
  logs: choice([true, false], "the web application's log downloads answer", true),
  encodedSlash: choice(["accepted", "rejected"], "a proxy that refuses %2F with 400", true),
  failAuth: choice([false, true], "every password is wrong"),
  htmlLogin: choice(["off", "page", "redirect"], "not logged in: 401, the log-in page with 200, or a 302 to it", true),
  latencyMs: amount(0, [40], "added to every answer"),
  maxConcurrent: amount(25, [1, 100], "executions running at once; the rest stay queued"),
  purgeAfterDays: amount(28, [1], "housekeeping removes an ended execution after this long"),
  clockSkewMs: amount(0, [-90_000, 3_600_000], "the server's clock, and all it writes, is off by this much"),
};

/** The settings as they are at one moment. */
export type DatameerSwitches = {
  [K in keyof typeof datameerSwitches]: (typeof datameerSwitches)[K] extends SwitchSpec<infer T> ? T : never;
};

/** Every switch at its default, with some of them changed. */
export function defaultSwitches(changes: Partial<DatameerSwitches> = {}): DatameerSwitches {
  const defaults = Object.fromEntries(Object.entries(datameerSwitches).map(([name, spec]) => [name, spec.default]));
  return { ...(defaults as DatameerSwitches), ...changes };
}

/** Whether the version that is played has what came with `since`. */
export function has(switches: DatameerSwitches, since: "7.2.5" | "7.4" | "7.5.2"): boolean {
  const order = ["7.2.4", "7.2.5", "7.4", "7.5.2"];
  return order.indexOf(switches.version) >= order.indexOf(since);
}
