"use client";

import { TimelinePanel } from "@/components/job/timeline-panel";
import type { PartsOf } from "@/components/preview/catalogue";
import { at, sampleDetail, sampleRuns } from "@/components/preview/samples/jobs";
import type { JobDetail, Segment } from "@/lib/contract/job";

const segment = (part: Partial<Segment>): Segment => ({
  state: "running",
  vendorState: "RUNNING",
  from: at(2),
  to: null,
  certainty: "vendor",
  fromEarliest: null,
  attempt: 1,
  ...part,
});
const QUEUED = segment({ state: "queued", vendorState: "QUEUED", from: at(1), to: at(1, 40) });
const PLANNING = segment({ state: "starting", vendorState: "PLANNING", from: at(1, 40), to: at(2) });
const ENDED = [
  QUEUED,
  PLANNING,
  segment({ to: at(5) }),
  segment({ state: "succeeded", vendorState: "COMPLETED", from: at(5), to: at(5) }),
];

const bar = (timeline: Segment[], part: Partial<JobDetail> = {}) =>
  function SampleTimeline() {
    return <TimelinePanel job={sampleDetail({ timeline, ...part })} />;
  };
const done = { state: "succeeded" } as const;

export const JOB_TIMELINE: PartsOf<"job-timeline"> = {
  Ended: bar(ENDED, done),
  Lasting: bar([QUEUED, PLANNING, segment({})]),
  "Not known any more": () => (
    <TimelinePanel job={sampleDetail({ timeline: [QUEUED, PLANNING, segment({})], stale: true })} knownAt={at(4)} />
  ),
  "Seen, not told": bar(
    [
      QUEUED,
      segment({ from: at(3), to: at(5), certainty: "observed", fromEarliest: at(1, 40) }),
      segment({
        state: "failed",
        vendorState: "FAILED",
        from: at(5),
        to: at(5),
        certainty: "observed",
        fromEarliest: at(4, 30),
      }),
    ],
    { state: "failed" },
  ),
  "Not on record at first": bar([segment({ from: at(4), to: at(5) })], done),
  "Three attempts": bar(
    [1, 2, 3].map((attempt) =>
      segment({
        attempt,
        from: at(attempt),
        to: at(attempt + 1),
        state: attempt === 3 ? "running" : "failed",
        vendorState: attempt === 3 ? "RUNNING" : "FAILED",
      }),
    ),
    done,
  ),
  "Many short stretches": bar(
    Array.from({ length: 60 }, (_, n) =>
      segment({
        from: at(1, n * 4),
        to: at(1, n * 4 + 4),
        state: n % 2 === 0 ? "running" : "suspended",
        vendorState: n % 2 === 0 ? "job_running" : "job_idle",
      }),
    ),
    done,
  ),
  "Nothing known": bar([]),
  "Expected end: from earlier runs": bar([segment({})], { run: "run-0", history: sampleRuns(12) }),
  "Expected end: passed": bar([segment({ from: "2026-07-03T11:00:00.000Z" })], {
    run: "run-0",
    startedAt: "2026-07-03T11:00:00.000Z",
    history: sampleRuns(12),
  }),
  "Expected end: too few runs": bar([segment({})], { run: "run-0", history: sampleRuns(3) }),
  "Expected end: first run": bar([segment({})], { run: "run-0", history: [] }),
};
