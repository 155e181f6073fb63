"use client";

import { JobsPage } from "@/components/jobs/jobs-page";
import type { PartsOf } from "@/components/preview/catalogue";
import {
  ASKS_AROUND,
  ASKS_JOBS,
  asksConnections,
  failsAt,
  jobList,
  waitsFor,
} from "@/components/preview/samples/answers";
import { WORKING } from "@/components/preview/samples/connections";
import { SAMPLE_ROWS, sampleJob } from "@/components/preview/samples/jobs";
import { Answered } from "@/components/preview/stage/answered";
import { Played, type Step } from "@/components/preview/stage/played";
import { type Answer, type Answers, refuses, says } from "@/components/preview/stage/sample-server";
import { Scene } from "@/components/preview/stage/scene";
import { apiRoutes } from "@/lib/url/routes";

const page = (answers: Answers, search = "", steps: readonly Step[] = []) =>
  function SamplePage() {
    return (
      <Scene search={search}>
        <Answered answers={{ ...ASKS_AROUND, ...answers }}>
          <Played steps={steps}>
            <JobsPage />
          </Played>
        </Answered>
      </Scene>
    );
  };

/** A job more with each answer: once a row is selected they wait. */
function grows(): Answer {
  let asked = 0;
  return (request) => {
    asked += 1;
    const arrived = Array.from({ length: asked }, (_, n) => sampleJob({ id: `arrived-${asked - n}`, name: "arrived" }));
    return says(jobList([...arrived, ...SAMPLE_ROWS]))(request);
  };
}
/** More than is shown, and no way to it. */
const endsEarly: Answer = (request) =>
  request.url.searchParams.has("cursor")
    ? refuses("database_unavailable", 503, { detail: "The database does not answer." })(request)
    : says({ ...jobList(SAMPLE_ROWS), nextCursor: "further" })(request);
const none = { [`GET ${apiRoutes.jobs}`]: says(jobList([])) };

export const LIST_PAGE: PartsOf<"list-page"> = {
  Jobs: page(ASKS_JOBS),
  "New jobs wait": page({ [`GET ${apiRoutes.jobs}`]: grows() }, "", [{ press: "Select all loaded jobs" }]),
  Loading: page(waitsFor(apiRoutes.jobs)),
  "The next page cannot be had": page({ [`GET ${apiRoutes.jobs}`]: endsEarly }),
  "No job matches": page(none, "?q=nothing-is-called-this&state=failed"),
  "No jobs yet": page({ ...none, ...asksConnections([WORKING]) }),
  "No connection yet": page({ ...none, ...asksConnections([]) }),
  "No answer at all": page(failsAt(apiRoutes.jobs)),
};
