"use client";

import { AnalyticsPage } from "@/components/charts/analytics-page";
import type { PartsOf } from "@/components/preview/catalogue";
import { MUCH } from "@/components/preview/samples/analytics";
import { ASKS_AROUND, failsAt, waitsFor } from "@/components/preview/samples/answers";
import { Answered } from "@/components/preview/stage/answered";
import { type Answers, says } from "@/components/preview/stage/sample-server";
import { Scene } from "@/components/preview/stage/scene";
import { apiRoutes } from "@/lib/url/routes";

const page = (answers: Answers, search = "") =>
  function SamplePage() {
    return (
      <Scene search={search}>
        <Answered answers={{ ...ASKS_AROUND, ...answers }}>
          <AnalyticsPage />
        </Answered>
      </Scene>
    );
  };

export const CHARTS_PAGE: PartsOf<"charts-page"> = {
  Analytics: page({ [`GET ${apiRoutes.analytics}`]: says(MUCH) }, "?connection=lake&state=failed&state=succeeded"),
  Loading: page(waitsFor(apiRoutes.analytics)),
  "No answer": page(failsAt(apiRoutes.analytics)),
};
