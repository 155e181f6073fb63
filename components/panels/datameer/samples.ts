import { sampleJob } from "@/components/panels/sample-job";
import type { JobDetail, Run } from "@/lib/contract/job";

const STATES = ["succeeded", "succeeded", "warning", "succeeded", "failed", "cancelled"] as const;
const WORDS = {
  succeeded: "COMPLETED",
  warning: "COMPLETED_WITH_WARNINGS",
  failed: "ERROR",
  cancelled: "CANCELED",
} as const;

function sampleRuns(count: number): Run[] {
  return Array.from({ length: count }, (_, n): Run => {
    const state = STATES[n % STATES.length] ?? "succeeded";
    const startedAt = new Date(Date.parse("2026-07-03T02:00:00.000Z") - n * 86_400_000).toISOString();
    const inQueue = state === "cancelled";
    return {
      run: String(400 - n * 3),
      state,
      vendorState: WORDS[state],
      startedAt: inQueue ? null : startedAt,
      endedAt: null,
      durationMs: inQueue ? null : 90_000 + ((n * 37) % 11) * 24_000,
      path: `/jobs/datameer/execution/${400 - n * 3}`,
    };
  });
}

const base = { vendor: "datameer", connection: "datameer" } as const;
const ids = {
  fileId: 6,
  uuid: "f8d450cd-f065-4abb-a232-27cd20c48c2b",
  path: "/Data/ImportJobs/URLS.imp",
  configurationId: "4",
  artifactType: "import-job",
  timeZone: "Asia/Shanghai",
};
const counters = {
  IMPORT_RECORDS: 494_400,
  IMPORT_BYTES: 23_911_522,
  IMPORT_OUTPUT_BYTES: 24_444_883,
  IMPORT_DROPPED_RECORDS: 12,
  IMPORT_DROPPED_SPLITS: 0,
  IMPORT_PREVIEW_RECORDS: 5000,
  IMPORT_OUTPUT_PARTITIONS: 0,
  EXOTIC_THING: "9007199254740993",
};

/** Executions by situation. */
export const EXECUTION_SAMPLES: Record<string, JobDetail> = {
  running: sampleJob({
    ...base,
    kind: "execution",
    id: "403",
    name: "URLS",
    progress: { fraction: 0, of: "job", subjobId: null },
    history: sampleRuns(7),
    details: {
      type: "datameer/execution",
      ...ids,
      executionId: "403",
      startTime: "Jul 3, 2026 8:01:07 PM",
      startTimeReading: "exact",
      estimateTime: "11s",
      estimateMs: 11_000,
      jobExecutionUser: "analyst",
      jobExecutionTrigger: "RESTAPI",
    },
  }),
  "with warnings": sampleJob({
    ...base,
    kind: "execution",
    id: "403",
    name: "URLS",
    state: "warning",
    vendorState: "COMPLETED_WITH_WARNINGS",
    endedAt: "2026-07-03T12:03:05.000Z",
    durationMs: 118_000,
    history: sampleRuns(40),
    details: {
      type: "datameer/execution",
      ...ids,
      executionId: "403",
      startTime: "Nov 1, 2026 1:30:00 AM",
      startTimeReading: "ambiguous",
      stopTime: "Nov 1, 2026 1:20:00 AM",
      stopTimeReading: "ambiguous",
      timeProblem: "stop-before-start",
      successCount: 494_388,
      failureCount: 12,
      counters,
    },
  }),
};

/** Configurations by situation. */
export const CONFIGURATION_SAMPLES: Record<string, JobDetail> = {
  "may be deleted": sampleJob({
    ...base,
    kind: "configuration",
    id: "4",
    name: "URLS",
    run: "403",
    state: "succeeded",
    vendorState: "COMPLETED",
    durationMs: 118_000,
    actions: ["trigger", "trigger-sequence", "delete"],
    history: sampleRuns(12),
    details: {
      type: "datameer/configuration",
      ...ids,
      executionId: "403",
      successCount: 494_400,
      failureCount: 0,
      counters: { ...counters, IMPORT_DROPPED_RECORDS: 0 },
      definition: {
        file: { uuid: ids.uuid, path: ids.path, name: "URLS", description: "" },
        pullType: "MANUALLY",
        minKeepCount: 3,
      },
      datas: [
        { id: 19_372, timestamp: "Mar 5, 2026 10:44:59 AM", at: "2026-03-05T02:44:59.000Z", recordCount: 494_400 },
        { id: 19_101, timestamp: "soon", at: null, recordCount: null },
      ],
    },
  }),
  "never run": sampleJob({
    ...base,
    kind: "configuration",
    id: "21",
    name: "fresh",
    state: "draft",
    vendorState: "_NONE",
    startedAt: null,
    details: { type: "datameer/configuration", configurationId: "21", timeZone: "Asia/Shanghai", datas: [] },
  }),
};
