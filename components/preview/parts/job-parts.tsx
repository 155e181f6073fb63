"use client";

import { ActionCourse } from "@/components/job/action-course";
import { EventsTab } from "@/components/job/events-tab";
import { HistoryTab } from "@/components/job/history-tab";
import { JobHeader } from "@/components/job/job-header";
import { JobNotices } from "@/components/job/job-notices";
import { LogTab } from "@/components/job/log-tab";
import { RawTab } from "@/components/job/raw-tab";
import { ResultsTab } from "@/components/job/results-tab";
import { ActionDoor } from "@/components/jobs/action-door";
import type { PartsOf } from "@/components/preview/catalogue";
import { waitsFor } from "@/components/preview/samples/answers";
import { FAILING, PAUSED } from "@/components/preview/samples/connections";
import {
  SAMPLE_ATTENTIONS,
  SAMPLE_DETAIL,
  SAMPLE_PENDING,
  SAMPLE_SEQUENCE,
  at,
  sampleAction,
  sampleDetail,
  sampleRuns,
} from "@/components/preview/samples/jobs";
import { Answered } from "@/components/preview/stage/answered";
import { type Answer, refuses, says } from "@/components/preview/stage/sample-server";
import { Scene } from "@/components/preview/stage/scene";
import type { JobDetail } from "@/lib/contract/job";
import { ACTION_OUTCOMES, isOpen } from "@/lib/jobs/action";
import { apiRoutes } from "@/lib/url/routes";

const REF = { connection: "lake", kind: "query", id: "sample" };
const RESULTS = apiRoutes.results(REF);
const LOG = apiRoutes.log(REF);

const header = (part: Partial<JobDetail>, knownAt: string | null = null) =>
  function SampleHeader() {
    return (
      <ActionDoor>
        <JobHeader job={sampleDetail(part)} knownAt={knownAt} />
      </ActionDoor>
    );
  };
const results = (answer: Answer) =>
  function SampleResults() {
    return (
      <Answered answers={{ [`GET ${RESULTS}`]: answer }}>
        <ResultsTab refOf={REF} />
      </Answered>
    );
  };
const laterResults = (answer: Answer) => {
  const Results = results(answer);
  return function SampleLaterResults() {
    return (
      <Scene search="offset=100">
        <Results />
      </Scene>
    );
  };
};
const log = (answer: Answer) =>
  function SampleLog() {
    return (
      <Answered answers={{ [`GET ${LOG}`]: answer }}>
        <LogTab refOf={REF} />
      </Answered>
    );
  };
const waits = (path: string): Answer => waitsFor(path)[`GET ${path}`] ?? says(null);

const COLUMNS = [
  { name: "l_returnflag", type: "VARCHAR" },
  { name: "quantity", type: "BIGINT" },
  { name: "note", type: "VARCHAR" },
];
const RESULT_ROWS = [
  ["A", "9007199254740993", null],
  ["N", 12.5, "x".repeat(400)],
  ["R", true, '{"nested": [1, 2]}'],
  ["", 0, { list: [1, 2] }],
];

export const JOB_PARTS: PartsOf<"job-parts"> = {
  "Header: running": header({ actions: ["cancel"] }),
  "Header: with progress": header({
    vendor: "huawei-dli",
    connection: "dli-north",
    kind: "flink",
    actions: ["stop", "stop-with-savepoint", "trigger"],
    progress: { fraction: 0.41, of: "subjob", subjobId: "3" },
  }),
  "Header: not known any more": header(
    { stale: true, actions: ["cancel"], progress: { fraction: 0.41, of: "job", subjobId: null } },
    at(4),
  ),
  "Header: an action is open": header({ state: "stopping", pendingAction: SAMPLE_PENDING }),
  "Header: ended": header({
    state: "succeeded",
    actions: ["trigger", "trigger-sequence", "delete"],
    kind: "configuration",
  }),
  "Header: a word unknown to us": header({ state: "unknown", vendorState: "REBALANCING", vendorUrl: null }),
  "Header: seen by a viewer": () => (
    <Scene role="viewer">
      <JobHeader job={sampleDetail()} />
    </Scene>
  ),
  "Header: poison text": header({
    state: "failed",
    name: `invoice\u202Efdp.exe\u0000 <b>bold</b> ${"very long ".repeat(60)}`,
    id: "x".repeat(160),
    owner: "<script>",
    vendorState: `WORD_${"OF_MANY_".repeat(12)}PARTS`,
  }),
  "What to know before reading on": () => (
    <>
      {SAMPLE_ATTENTIONS.map((part) => (
        <JobNotices key={`${part.attention} ${part.state}`} job={sampleDetail(part)} />
      ))}
      <JobNotices job={sampleDetail({ stale: true, gone: true })} />
      <JobNotices job={sampleDetail({ stale: true })} connection={FAILING} />
      <JobNotices job={sampleDetail({ stale: true })} connection={PAUSED} />
      <JobNotices job={sampleDetail()} connection={null} />
      <JobNotices
        job={sampleDetail({
          readProblem: { code: "unavailable", message: "HTTP 502, with a page of HTML.", at: at(5) },
          state: "failed",
          error: `ORDER BY is not possible\n\tat line 3\n${"at a.b.C (C.java:12)\n".repeat(30)}`,
        })}
      />
    </>
  ),
  "Course of an action": () =>
    ACTION_OUTCOMES.map((outcome) => (
      <ActionCourse
        key={outcome}
        connection="lake"
        events={[
          sampleAction({
            outcome,
            reason: outcome === "asked" ? null : "it reads the whole lake",
            vendorMessage: outcome === "refused" ? "Permission denied on user [operator]" : null,
            acceptedAt: ["asked", "refused", "unknown"].includes(outcome) ? null : at(3, 1),
            settledAt: isOpen(outcome) ? null : at(4),
          }),
        ]}
      />
    )),
  "Course of an action: no answer, or no effect": () =>
    (
      [
        { outcome: "unconfirmed", acceptedAt: null },
        { outcome: "confirmed", acceptedAt: null },
        { outcome: "unconfirmed", action: "trigger" },
        { outcome: "unconfirmed", action: "delete" },
        { outcome: "refused", vendorMessage: "The job is being restarted." },
      ] as const
    ).map((part, index) => (
      <ActionCourse key={index} connection="lake" events={[sampleAction({ settledAt: at(13), ...part })]} />
    )),
  "Course of an action: a sequence with its plan": () => (
    <ActionCourse connection="datameer" events={[SAMPLE_SEQUENCE]} />
  ),
  Events: () => (
    <>
      <EventsTab connection="lake" events={SAMPLE_DETAIL.events} />
      <EventsTab connection="datameer" events={[SAMPLE_SEQUENCE]} />
      <EventsTab connection="lake" events={[]} />
    </>
  ),
  History: () => (
    <>
      <HistoryTab job={sampleDetail({ run: "run-2", history: sampleRuns(12) })} />
      <HistoryTab job={sampleDetail()} />
    </>
  ),
  "Raw bodies": () => (
    <>
      <RawTab raw={{ "GET job/{id}": SAMPLE_DETAIL.details, "sys.jobs_recent": { job_id: "1", status: "RUNNING" } }} />
      <RawTab raw={{}} />
    </>
  ),
  Results: results(says({ columns: COLUMNS, rows: RESULT_ROWS, offset: 0, total: 1_003_904 })),
  "Results: none": results(says({ columns: COLUMNS, rows: [], offset: 0, total: 0 })),
  "Results: on their way": results(waits(RESULTS)),
  "Results: a later page refused": laterResults(refuses("vendor_unavailable", 503)),
  "Results: refused": results(refuses("vendor_refused", 502, { detail: "limit can not exceed 500 rows" })),
  Log: log(
    says({ lines: ["INFO TaskSetManager: Finished task 41.0", "WARN <b>not bold</b>"], from: 4118, total: 4120 }),
  ),
  "Log: empty": log(says({ lines: [], from: 0, total: 0 })),
  "Log: on its way": log(waits(LOG)),
  "Log: refused": log(refuses("vendor_unavailable", 503)),
};
