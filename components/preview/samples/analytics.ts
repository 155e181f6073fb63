import type { Analytics } from "@/lib/contract/overview";
import type { JobState } from "@/lib/jobs/state";

const HOUR = 3_600_000;
const DAY_START = Date.UTC(2026, 6, 2, 12);
const iso = (ms: number) => new Date(ms).toISOString();

const none: Analytics = {
  from: iso(DAY_START),
  to: iso(DAY_START + 24 * HOUR),
  bucketMs: HOUR,
  recordFrom: iso(DAY_START - 30 * 24 * HOUR),
  ends: [],
  durations: [],
  waits: [],
  failures: [],
  hours: [],
  asOf: iso(DAY_START + 24 * HOUR),
};
const buckets = (counts: (hour: number) => Partial<Record<JobState, number>>): Analytics["ends"] =>
  Array.from({ length: 24 }, (_, hour) => ({ at: iso(DAY_START + hour * HOUR), byState: counts(hour) }));
const wave = (hour: number, most: number) => Math.round(most * (1 + Math.sin(hour / 3)) * 0.5);

/** A day on which something ended, but for its first hours, which are not on record. */
export const MUCH: Analytics = {
  ...none,
  recordFrom: iso(DAY_START + 3 * HOUR),
  ends: buckets((hour) =>
    hour < 3
      ? {}
      : {
          succeeded: 40 + wave(hour, 160),
          warning: wave(hour + 4, 12),
          failed: hour === 17 ? 64 : wave(hour, 9),
          cancelled: wave(hour + 8, 6),
        },
  ),
  durations: [
    { connection: "lake", kind: "query", n: 2204, p50: 4_100, p95: 240_000 },
    { connection: "dli-north", kind: "sql", n: 312, p50: 276_000, p95: 2_900_000 },
    { connection: "dli-north", kind: "spark-batch", n: 24, p50: 1_800_000, p95: 5_400_000 },
    { connection: "datameer", kind: "execution", n: 96, p50: 118_000, p95: 610_000 },
    { connection: "dli-north", kind: "flink", n: 2, p50: null, p95: null },
  ],
  waits: [
    { connection: "lake", queue: "LARGE", n: 812, p50: 900, p95: 64_000 },
    { connection: "lake", queue: "SMALL", n: 1392, p50: 12, p95: 480 },
    { connection: "dli-north", queue: "spark_general", n: 24, p50: 14_000, p95: 96_000 },
    { connection: "datameer", queue: null, n: 96, p50: 3_000, p95: 9_000 },
  ],
  failures: [
    { by: "owner", value: "ana", ended: 812, failed: 12 },
    { by: "owner", value: "etl", ended: 1404, failed: 140 },
    { by: "owner", value: "a-service-account-with-a-very-long-name@analytics.example.test", ended: 64, failed: 64 },
    { by: "owner", value: null, ended: 354, failed: 0 },
    { by: "queue", value: "LARGE", ended: 812, failed: 81 },
    { by: "queue", value: "SMALL", ended: 1392, failed: 14 },
    { by: "queue", value: null, ended: 96, failed: 3 },
  ],
  hours: Array.from({ length: 168 }, (_, at) => ({
    weekday: Math.floor(at / 24),
    hour: at % 24,
    jobs: at % 24 < 5 || at >= 120 ? wave(at, 8) : wave(at % 24, 90),
  })),
};

/** A day on which two jobs ended. */
export const LITTLE: Analytics = {
  ...none,
  ends: buckets((hour) => (hour === 20 ? { succeeded: 1, failed: 1 } : {})),
  durations: [{ connection: "lake", kind: "query", n: 2, p50: 0, p95: 4_000 }],
  failures: [
    { by: "owner", value: "ana", ended: 2, failed: 1 },
    { by: "queue", value: null, ended: 2, failed: 1 },
  ],
  hours: [{ weekday: 4, hour: 8, jobs: 2 }],
};

/** A day of which everything is known: nothing ended. */
export const NOTHING: Analytics = { ...none, ends: buckets(() => ({})) };

/** A day before anything was watched. */
export const NO_RECORD: Analytics = { ...none, recordFrom: null, ends: buckets(() => ({})) };
