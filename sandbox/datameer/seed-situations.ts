import type { Artifact } from "./artifacts";
import type { Execution, Pinned } from "./execution";

/** An execution whose facts are the page's own; times are wall times in the server's zone, whichever that is. */
export interface PinnedExecution {
  id: number;
  configurationId: number;
  status: Execution["status"];
  start: string | null;
  stop: string | null;
  pinned?: Pinned;
}

/** One moment of a server that the page prints. Nothing runs by itself in it; triggers and stops work. */
export interface Situation {
  about: string;
  executions: PinnedExecution[];
  /** The id that the next trigger gets. */
  nextId?: number;
  /** What differs from the default world's artifacts. */
  artifacts?: (Pick<Artifact, "configurationId"> & Partial<Artifact>)[];
  /** Contradicts nothing, so the default world has its executions too. */
  always?: boolean;
}

/** V1 counters of the import that the page describes before 7.4. */
const olderCounters = {
  IMPORT_RECORDS: 494400,
  IMPORT_BYTES: 23911522,
  IMPORT_DROPPED_RECORDS: 0,
  IMPORT_PREVIEW_RECORDS: 5000,
  IMPORT_OUTPUT_BYTES: 24444883,
  IMPORT_DROPPED_SPLITS: 0,
  IMPORT_OUTPUT_PARTITIONS: 0,
};

const newerCounters = {
  IMPORT_RECORDS: 7,
  IMPORT_PREVIEW_RECORDS: 7,
  IMPORT_OUTPUT_BYTES: 4167,
  IMPORT_DROPPED_SPLITS: 0,
  IMPORT_DROPPED_RECORDS: 0,
};

const listed = "2011-05-19T22:35:39";

/** Configuration 4 is file 48, except where the page says otherwise. */
export const situations: Record<string, Situation> = {
  "status-running": {
    about: "file 48: execution 3 runs, 11 s left, progress 0",
    nextId: 4,
    executions: [
      {
        id: 3,
        configurationId: 4,
        status: "RUNNING",
        start: "2018-09-28T18:44:56",
        stop: null,
        pinned: { progress: 0, estimateMs: 11_000 },
      },
    ],
  },
  "status-completed": {
    about: "file 48: execution 3 completed",
    nextId: 4,
    executions: [
      { id: 3, configurationId: 4, status: "COMPLETED", start: "2018-09-28T18:44:56", stop: "2018-09-28T18:44:58" },
    ],
  },
  "status-warnings": {
    about: "file 46: execution 4 completed with warnings",
    nextId: 5,
    always: true,
    executions: [
      {
        id: 4,
        configurationId: 5,
        status: "COMPLETED_WITH_WARNINGS",
        start: "2018-09-28T10:09:47",
        stop: "2018-09-28T10:09:52",
      },
    ],
  },
  "status-queued": {
    about: "file 48: execution 4 is queued",
    nextId: 5,
    executions: [{ id: 4, configurationId: 4, status: "QUEUED", start: null, stop: null }],
  },
  "status-canceled": {
    about: "file 48: execution 4 was canceled while queued",
    nextId: 5,
    executions: [{ id: 4, configurationId: 4, status: "CANCELED", start: null, stop: "2018-09-28T18:58:41" }],
  },
  "status-canceled-running": {
    about: "file 48: execution 4 was canceled while it ran, so it has a start time",
    nextId: 5,
    executions: [
      { id: 4, configurationId: 4, status: "CANCELED", start: "2018-09-28T18:58:12", stop: "2018-09-28T18:58:41" },
    ],
  },
  "trigger-analyst": { about: "the next execution is 3", nextId: 3, executions: [] },
  "trigger-admin": { about: "the next execution is 11", nextId: 11, executions: [] },
  sequence: {
    about: "file 4 in sequence: apache_log gets execution 16, categorization 17",
    nextId: 16,
    executions: [],
  },
  history: {
    about: "configuration 12: executions 30, 27, 23; 30 has the details of the page before 7.4",
    nextId: 31,
    always: true,
    executions: [
      { id: 23, configurationId: 12, status: "COMPLETED", start: "2012-07-04T18:19:02", stop: "2012-07-04T18:20:51" },
      { id: 27, configurationId: 12, status: "COMPLETED", start: "2012-07-05T18:19:05", stop: "2012-07-05T18:21:01" },
      {
        id: 30,
        configurationId: 12,
        status: "COMPLETED",
        start: "2012-07-06T18:19:09",
        stop: "2012-07-06T18:21:07",
        pinned: { counters: olderCounters, successCount: 494400, failureCount: 0 },
      },
    ],
  },
  "details-7.4": {
    about: "execution 6 of configuration 4, which is file 6 here",
    nextId: 7,
    artifacts: [{ configurationId: 4, fileId: 6 }],
    executions: [
      {
        id: 6,
        configurationId: 4,
        status: "COMPLETED",
        start: "2018-07-18T13:46:38",
        stop: "2018-07-18T13:47:03",
        pinned: { counters: newerCounters, successCount: 7, failureCount: 0 },
      },
    ],
  },
  "list-running": {
    about: "configurations 17, 20, 19, 18 run as 37, 38, 39 and one that the list has no id for",
    nextId: 41,
    executions: [
      { id: 37, configurationId: 17, pinned: { progress: 0, estimateMs: 11_000 } },
      { id: 38, configurationId: 20, pinned: { progress: 0 } },
      { id: 39, configurationId: 19, pinned: { progress: 0 } },
      { id: 40, configurationId: 18, pinned: { progress: 0, hideId: true } },
    ].map((row) => ({ ...row, status: "RUNNING" as const, start: listed, stop: null })),
  },
  "status-v1": {
    about:
      "V1 status: configuration 17 runs (49), 12 completed (30), 5 with warnings (32), 23 failed (36), 19 canceled (39)",
    nextId: 50,
    executions: [
      { id: 30, configurationId: 12, status: "COMPLETED" as const, stop: "2018-07-18T13:47:03" },
      { id: 32, configurationId: 5, status: "COMPLETED_WITH_WARNINGS" as const, stop: "2018-07-18T13:49:20" },
      { id: 36, configurationId: 23, status: "ERROR" as const, stop: "2018-07-18T13:51:09" },
      { id: 39, configurationId: 19, status: "CANCELED" as const, stop: "2018-07-18T13:52:44" },
      { id: 49, configurationId: 17, status: "RUNNING" as const, stop: null },
    ].map((row) => ({ ...row, start: "2018-07-18T13:46:38" })),
  },
  idle: { about: "nothing has run and nothing runs by itself", executions: [] },
};
