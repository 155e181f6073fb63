"use client";

import { JobPage } from "@/components/job/job-page";
import { QUERY_SAMPLES } from "@/components/panels/dremio/samples";
import type { PartsOf } from "@/components/preview/catalogue";
import { asksConnections, waitsFor } from "@/components/preview/samples/answers";
import { SAMPLE_DETAIL } from "@/components/preview/samples/jobs";
import { Answered } from "@/components/preview/stage/answered";
import { type Answers, refuses, says } from "@/components/preview/stage/sample-server";
import { apiRoutes } from "@/lib/url/routes";

const REF = { connection: "lake", kind: "query", id: "sample" };
const PATH = apiRoutes.job(REF);

const page = (answers: Answers) =>
  function SamplePage() {
    return (
      <Answered answers={{ ...asksConnections(), ...answers }}>
        <JobPage {...REF} />
      </Answered>
    );
  };

export const JOB_PAGE: PartsOf<"job-page"> = {
  "A job": page({ [`GET ${PATH}`]: says(QUERY_SAMPLES["completed, accelerated"]) }),
  "A details type without a panel": page({ [`GET ${PATH}`]: says(SAMPLE_DETAIL) }),
  Loading: page(waitsFor(PATH)),
  "No such job": page({ [`GET ${PATH}`]: refuses("job_not_found", 404) }),
  "The vendor cannot be asked": page({ [`GET ${PATH}`]: refuses("vendor_unavailable", 503) }),
};
