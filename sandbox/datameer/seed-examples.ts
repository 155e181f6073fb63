/** One example of the vendor's page: the request, the situation in which it is made, and the answer field by field. */
export interface SeedExample {
  name: string;
  situation: string | null;
  version: "7.2.5" | "7.4" | "7.5.2";
  user: "admin" | "analyst";
  method: "GET" | "POST" | "DELETE";
  path: string;
  body?: string;
  /** Null: the answer is empty. */
  answer: unknown;
}

const status = "/api/job-execution/48/status";
const asAdmin = { user: "admin", method: "GET", version: "7.5.2" } as const;
const completed = { jobStatus: "COMPLETED" };

/** Every example of the page. A situation of null means the default world. */
export const seedExamples: readonly SeedExample[] = [
  {
    ...asAdmin,
    name: "V1 status, never triggered",
    situation: null,
    path: "/rest/job-configuration/job-status/21",
    answer: {},
  },
  {
    ...asAdmin,
    name: "status, never run",
    situation: null,
    path: "/api/job-execution/50/status",
    answer: { status: "success", "job-status": "_NONE" },
  },
  {
    ...asAdmin,
    name: "status, running",
    situation: "status-running",
    path: status,
    answer: {
      status: "success",
      "file-id": 48,
      "job-execution-id": 3,
      "job-status": "RUNNING",
      "start-time": "Sep 28, 2018 6:44:56 PM",
      "estimate-time": "11s",
      "job-progress": "0",
    },
  },
  {
    ...asAdmin,
    name: "status, completed",
    situation: "status-completed",
    path: status,
    answer: {
      status: "success",
      "file-id": 48,
      "job-execution-id": 3,
      "job-status": "COMPLETED",
      "start-time": "Sep 28, 2018 6:44:56 PM",
      "stop-time": "Sep 28, 2018 6:44:58 PM",
    },
  },
  {
    ...asAdmin,
    name: "status, completed with errors",
    situation: null,
    path: "/api/job-execution/46/status",
    answer: {
      status: "success",
      "file-id": 46,
      "job-execution-id": 4,
      "job-status": "COMPLETED_WITH_WARNINGS",
      "start-time": "Sep 28, 2018 10:09:47 AM",
      "stop-time": "Sep 28, 2018 10:09:52 AM",
    },
  },
  {
    ...asAdmin,
    name: "status, queued",
    situation: "status-queued",
    path: status,
    answer: { status: "success", "file-id": 48, "job-execution-id": 4, "job-status": "QUEUED", "start-time": null },
  },
  {
    ...asAdmin,
    name: "status, canceled",
    situation: "status-canceled",
    path: status,
    answer: {
      status: "success",
      "file-id": 48,
      "job-execution-id": 4,
      "job-status": "CANCELED",
      "start-time": null,
      "stop-time": "Sep 28, 2018 6:58:41 PM",
    },
  },
  {
    ...asAdmin,
    name: "trigger by an analyst",
    situation: "trigger-analyst",
    user: "analyst",
    method: "POST",
    path: "/api/job-execution/48/trigger",
    answer: {
      status: "success",
      "job-execution-id": 3,
      "job-execution-user": "analyst",
      "job-execution-trigger": "RESTAPI",
    },
  },
  {
    ...asAdmin,
    name: "trigger by an administrator",
    situation: "trigger-admin",
    method: "POST",
    path: "/api/job-execution/48/trigger",
    answer: {
      status: "success",
      "job-execution-id": 11,
      "job-execution-user": "admin",
      "job-execution-trigger": "RESTAPI",
    },
  },
  {
    ...asAdmin,
    name: "stop",
    situation: "status-running",
    method: "POST",
    path: "/api/job-execution/48/stop",
    answer: null,
  },
  {
    ...asAdmin,
    name: "status, no such file",
    situation: null,
    path: "/api/job-execution/999999/status",
    answer: { status: "failure", reason: "File doesn't exist or isn't accessible with current permissions" },
  },
  {
    ...asAdmin,
    name: "history",
    situation: null,
    path: "/rest/job-configuration/job-history/12?start=0&length=10",
    answer: [
      { id: 30, ...completed },
      { id: 27, ...completed },
      { id: 23, ...completed },
    ],
  },
  {
    ...asAdmin,
    name: "details before 7.4",
    situation: null,
    version: "7.2.5",
    path: "/rest/job-execution/job-details/30",
    answer: {
      counters: {
        IMPORT_RECORDS: 494400,
        IMPORT_BYTES: 23911522,
        IMPORT_DROPPED_RECORDS: 0,
        IMPORT_PREVIEW_RECORDS: 5000,
        IMPORT_OUTPUT_BYTES: 24444883,
        IMPORT_DROPPED_SPLITS: 0,
        IMPORT_OUTPUT_PARTITIONS: 0,
      },
      failureCount: 0,
      jobStatus: "COMPLETED",
      startTime: "2012-07-06 18:19:09.0",
      stopTime: "2012-07-06 18:21:07.0",
      successCount: 494400,
    },
  },
  {
    ...asAdmin,
    name: "details from 7.4",
    situation: "details-7.4",
    version: "7.4",
    path: "/rest/job-execution/job-details/6",
    answer: {
      startTime: "Jul 18, 2018 1:46:38 PM",
      stopTime: "Jul 18, 2018 1:47:03 PM",
      jobStatus: "COMPLETED",
      jobConfigurationId: 4,
      file: { id: 6, uuid: "f8d450cd-f065-4abb-a232-27cd20c48c2b" },
      successCount: 7,
      failureCount: 0,
      counters: {
        IMPORT_RECORDS: 7,
        IMPORT_PREVIEW_RECORDS: 7,
        IMPORT_OUTPUT_BYTES: 4167,
        IMPORT_DROPPED_SPLITS: 0,
        IMPORT_DROPPED_RECORDS: 0,
      },
    },
  },
  {
    ...asAdmin,
    name: "list of active jobs",
    situation: "list-running",
    path: "/rest/jobs/list-running",
    answer: [
      {
        dapJobConfigurationId: 17,
        estimateTime: "11 sec",
        jobExecutionId: 37,
        jobStatus: "RUNNING",
        progress: 0,
        startTime: "2011-05-19 22:35:39.0",
      },
      {
        dapJobConfigurationId: 20,
        jobExecutionId: 38,
        jobStatus: "RUNNING",
        progress: 0,
        startTime: "2011-05-19 22:35:39.0",
      },
      {
        dapJobConfigurationId: 19,
        jobExecutionId: 39,
        jobStatus: "RUNNING",
        progress: 0,
        startTime: "2011-05-19 22:35:39.0",
      },
      { dapJobConfigurationId: 18, jobStatus: "RUNNING", progress: 0, startTime: "2011-05-19 22:35:39.0" },
    ],
  },
  {
    ...asAdmin,
    name: "sequence",
    situation: "sequence",
    method: "POST",
    path: "/rest/job-execution?sequence=4",
    body: '{ variables : { "foo": "fooValue" }, "fileIds" : [4, ]}',
    answer: {
      status: "success",
      "execution-plan": [
        { "job-configuration-name": "apache_log", "job-configuration-id": 3, trigger: true, "job-execution-id": 16 },
        {
          "job-configuration-name": "categorization",
          "job-configuration-id": 4,
          trigger: true,
          "job-execution-id": 17,
        },
      ],
    },
  },
];
