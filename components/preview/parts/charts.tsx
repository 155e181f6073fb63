"use client";

import { AnalyticsCharts } from "@/components/charts/analytics-charts";
import { useJobsSearch } from "@/components/jobs/use-jobs-search";
import type { PartsOf } from "@/components/preview/catalogue";
import { LITTLE, MUCH, NOTHING, NO_RECORD } from "@/components/preview/samples/analytics";
import type { Analytics } from "@/lib/contract/overview";

const NAMES = { connection: (id: string) => id, kind: (kind: string) => kind };

const charts = (data: Analytics) =>
  function SampleCharts() {
    const [search] = useJobsSearch();
    return <AnalyticsCharts data={data} filter={search} names={NAMES} />;
  };

export const CHARTS: PartsOf<"charts"> = {
  "With data": charts(MUCH),
  "With little data": charts(LITTLE),
  "Nothing ended": charts(NOTHING),
  "Nothing on record": charts(NO_RECORD),
};
