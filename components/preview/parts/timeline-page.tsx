"use client";

import type { PartsOf } from "@/components/preview/catalogue";
import { ASKS_AROUND, failsAt, waitsFor } from "@/components/preview/samples/answers";
import { SAMPLE_ITEMS, sampleTimeline } from "@/components/preview/samples/timeline";
import { Answered } from "@/components/preview/stage/answered";
import { type Answers, says } from "@/components/preview/stage/sample-server";
import { TimelinePage } from "@/components/timeline-page/timeline-page";
import { apiRoutes } from "@/lib/url/routes";

const page = (answers: Answers) =>
  function SamplePage() {
    return (
      <Answered answers={{ ...ASKS_AROUND, ...answers }}>
        <TimelinePage />
      </Answered>
    );
  };

export const TIMELINE_PAGE: PartsOf<"timeline-page"> = {
  Timeline: page({ [`GET ${apiRoutes.timeline}`]: says(sampleTimeline(SAMPLE_ITEMS)) }),
  Loading: page(waitsFor(apiRoutes.timeline)),
  "No answer": page(failsAt(apiRoutes.timeline)),
};
