"use client";

import { type ReactNode, useRef } from "react";
import { BulkBar } from "@/components/jobs/bulk-bar";
import { ExportMenu } from "@/components/jobs/export-menu";
import { FacetMenus } from "@/components/jobs/facet-menus";
import { FilterLine } from "@/components/jobs/filter-line";
import { SearchBox } from "@/components/jobs/search-box";
import type { Selection } from "@/components/jobs/selection";
import { StateChips } from "@/components/jobs/state-chips";
import { type FacetValues, useFacetValues } from "@/components/jobs/use-facet-values";
import { useJobsSearch } from "@/components/jobs/use-jobs-search";
import { ViewMenu } from "@/components/jobs/view-menu";
import type { PartsOf } from "@/components/preview/catalogue";
import { ASKS_AROUND, SAMPLE_COUNTS } from "@/components/preview/samples/answers";
import { SAMPLE_ROWS } from "@/components/preview/samples/jobs";
import { Answered } from "@/components/preview/stage/answered";
import { Offline } from "@/components/preview/stage/offline";
import { Played, type Step } from "@/components/preview/stage/played";
import { Scene } from "@/components/preview/stage/scene";
import { JOB_STATES } from "@/lib/jobs/state";

const NOTHING_KNOWN: FacetValues = {
  state: JOB_STATES,
  vendor: [],
  connection: [],
  kind: [],
  owner: [],
  queue: [],
  type: [],
};
const QUEUE: readonly Step[] = [{ press: "Queue" }];
const NO_LABELS = new Map<string, string>();

function Chips({ counts }: { counts: typeof SAMPLE_COUNTS | null }) {
  const [search, change] = useJobsSearch();
  return <StateChips search={search} change={change} counts={counts && { byState: counts }} listed={counts !== null} />;
}

function Bar() {
  const [search, change] = useJobsSearch();
  const { values, labels } = useFacetValues();
  const input = useRef<HTMLInputElement>(null);
  return (
    <FilterLine search={<SearchBox search={search} change={change} values={values} input={input} ended />}>
      <FacetMenus search={search} change={change} values={values} labels={labels} />
      <ViewMenu search={search} />
      <ExportMenu search={search} />
    </FilterLine>
  );
}

function BareMenus() {
  const [search, change] = useJobsSearch();
  return (
    <div className="flex flex-wrap gap-2">
      <FacetMenus search={search} change={change} values={NOTHING_KNOWN} labels={NO_LABELS} />
    </div>
  );
}

const bar = (search: string, steps: readonly Step[] = []) =>
  function SampleBar(): ReactNode {
    return (
      <Scene search={search}>
        <Answered answers={ASKS_AROUND}>
          <Played steps={steps}>
            <Bar />
          </Played>
        </Answered>
      </Scene>
    );
  };

const SELECTION: Selection = {
  size: SAMPLE_ROWS.length,
  jobs: SAMPLE_ROWS,
  has: () => true,
  toggle: () => undefined,
  add: () => undefined,
  remove: () => undefined,
  clear: () => undefined,
};

export const LIST_BAR: PartsOf<"list-bar"> = {
  "Chips with counts of one to four digits": () => <Chips counts={SAMPLE_COUNTS} />,
  "Chips without counts": () => <Chips counts={null} />,
  "Chips that are chosen": () => (
    <Scene search="?state=failed&state=running">
      <Chips counts={SAMPLE_COUNTS} />
    </Scene>
  ),
  "Search: empty": bar(""),
  "Search: words of every kind": bar(
    "?vendor=dremio&connection=lake&kind=query&owner=ana&queue=LARGE&type=UI_RUN&q=select%20*%20from",
  ),
  "Search: keys completed": bar("", [{ type: "o", into: "Search jobs" }]),
  "Search: values completed": bar("", [{ type: "connection:la", into: "Search jobs" }]),
  "Search: a wrong word": bar("", [{ type: "state:broken ", into: "Search jobs" }]),
  "Search: a time that is none": bar("", [{ type: "from:yesterday ", into: "Search jobs" }]),
  "Search: a word that is no filter": bar("", [{ type: "stat:failed ", into: "Search jobs" }]),
  "Menus: nothing chosen": () => <BareMenus />,
  "Menus: chosen": () => (
    <Scene search="?vendor=dremio&owner=ana&owner=etl&type=REST&internal=show&from=-24h">
      <BareMenus />
    </Scene>
  ),
  "Menu open: connections": bar("?connection=lake", [{ press: "Connection · 1" }]),
  "Menu open: many owners": bar("", [{ press: "Owner" }]),
  "Menu open: nothing known": () => (
    <Played steps={QUEUE}>
      <BareMenus />
    </Played>
  ),
  "Menu open: time": bar("?from=-24h", [{ press: "Last 24 hours" }]),
  "Time: two instants": bar("?from=2026-07-02T08:00:00Z&to=2026-07-03T12:30:00Z&endedFrom=-24h"),
  "Menu open: views": bar("", [{ press: "Views" }]),
  "Menu open: export": bar("", [{ press: "Export the filtered list" }]),
  "Selected jobs": () => <BulkBar selection={SELECTION} />,
  "Selected jobs, offline": () => (
    <Offline>
      <BulkBar selection={SELECTION} />
    </Offline>
  ),
};
