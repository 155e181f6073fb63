"use client";

import { BulkDialog } from "@/components/jobs/bulk-dialog";
import type { PartsOf } from "@/components/preview/catalogue";
import { SAMPLE_ROWS, sampleJob } from "@/components/preview/samples/jobs";
import { Answered } from "@/components/preview/stage/answered";
import { Offline } from "@/components/preview/stage/offline";
import { Played, type Step } from "@/components/preview/stage/played";
import { type Answer, isSilent } from "@/components/preview/stage/sample-server";
import { Opened } from "@/components/preview/stage/scene";
import type { Job } from "@/lib/contract/job";
import { apiRoutes } from "@/lib/url/routes";

const cancellable = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    sampleJob({
      id: `bulk-${n}`,
      name: `insert into daily_${n} select * from staging_${n}`,
      connection: n % 3 === 0 ? "dli-north" : "lake",
      kind: n % 3 === 0 ? "sql" : "query",
      actions: ["cancel"],
    }),
  );
/** What can be asked of nobody stands beside it. */
const FEW = [...cancellable(9), ...SAMPLE_ROWS.slice(3, 6)];
const MANY = cancellable(24);

interface Ref {
  connection: string;
  kind: string;
  id: string;
}
const PROBLEMS = [
  { code: "vendor_refused", status: 502, detail: "Permission denied" },
  { code: "outcome_unknown", status: 504 },
  { code: "action_not_available", status: 409, state: "succeeded" },
].map((problem) => ({ type: "about:blank", title: problem.code, ...problem }));

/** Every other job is accepted, the rest end in each other way. */
const mixed: Answer = ({ body }) =>
  Response.json(
    {
      items: (body as { jobs: Ref[] }).jobs.map(({ connection, kind, id }, n) => ({
        connection,
        kind,
        id,
        ...(n % 2 === 0
          ? { answer: { auditId: id, action: "cancel", status: "accepted", state: "stopping" } }
          : { problem: PROBLEMS[(n >> 1) % PROBLEMS.length] }),
      })),
    },
    { status: 202 },
  );

/** The first part is answered, the next is not. */
function onlyFirst(): Answer {
  let asked = 0;
  return (request) => (asked++ === 0 ? mixed(request) : isSilent(request));
}
/** The first part is answered, and then the network is gone. */
function lostAfterFirst(): Answer {
  let asked = 0;
  return (request) => (asked++ === 0 ? mixed(request) : Promise.reject<Response>(new TypeError("Failed to fetch")));
}
/** The second answer is late enough for a person to stop the asking. */
const unhurried: Answer = async (request) => {
  await new Promise((resolve) => setTimeout(resolve, 600));
  return mixed(request);
};

const dialog = (jobs: readonly Job[], steps: readonly Step[], answer: Answer) =>
  function SampleDialog() {
    return (
      <Answered answers={{ [`POST ${apiRoutes.actions}`]: answer }}>
        <Played steps={steps}>
          <Opened>{(close) => <BulkDialog jobs={jobs} onClose={close} onDone={() => undefined} />}</Opened>
        </Played>
      </Answered>
    );
  };
const CONFIRMED: readonly Step[] = [{ press: "Cancel 9 jobs" }];

export const BULK_DIALOG: PartsOf<"bulk-dialog"> = {
  Preview: dialog(FEW, [], mixed),
  "Preview: the number is typed": dialog(MANY, [], mixed),
  Running: dialog(FEW, CONFIRMED, onlyFirst()),
  "Done, each with its result": dialog(FEW, CONFIRMED, mixed),
  "The server stops answering": dialog(FEW, CONFIRMED, lostAfterFirst()),
  Offline: () => (
    <Offline>
      <Opened>{(close) => <BulkDialog jobs={FEW} onClose={close} onDone={() => undefined} />}</Opened>
    </Offline>
  ),
  Aborted: dialog(FEW, [...CONFIRMED, { press: "Stop asking" }], unhurried),
};
