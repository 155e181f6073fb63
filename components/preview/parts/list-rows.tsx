"use client";

import { useRef } from "react";
import { ActionDoor } from "@/components/jobs/action-door";
import { columnsLayout } from "@/components/jobs/columns";
import { ConnectionNotices } from "@/components/jobs/connection-notices";
import { JobRow } from "@/components/jobs/job-row";
import { JobsTable } from "@/components/jobs/jobs-table";
import { useReading } from "@/components/jobs/reading";
import { useSelection } from "@/components/jobs/selection";
import { useJobsSearch } from "@/components/jobs/use-jobs-search";
import type { PartsOf } from "@/components/preview/catalogue";
import { asksConnections } from "@/components/preview/samples/answers";
import { FAILING, SLOW } from "@/components/preview/samples/connections";
import { SAMPLE_ROWS, sampleJob } from "@/components/preview/samples/jobs";
import { Answered } from "@/components/preview/stage/answered";
import { Scene } from "@/components/preview/stage/scene";
import type { Job } from "@/lib/contract/job";
import { JOB_STATES } from "@/lib/jobs/state";
import { refKey } from "@/lib/jobs/ref";
import { COLUMN_IDS, DEFAULT_COLUMNS, type ColumnId } from "@/lib/url/jobs-search";

const ROWS: readonly Job[] = [...SAMPLE_ROWS, ...JOB_STATES.map((state) => sampleJob({ id: `each-${state}`, state }))];
const noMore = () => undefined;

/** The table as the page has it. */
function Table({ jobs = ROWS, left = [] }: { jobs?: readonly Job[]; left?: readonly string[] }) {
  const [search, change] = useJobsSearch();
  const reading = useReading();
  const selection = useSelection();
  const scroller = useRef<HTMLDivElement>(null);
  return (
    <ActionDoor>
      <div className="flex h-[70dvh] flex-col max-md:-mx-3">
        <JobsTable
          list={{
            pages: [{ cursor: null, items: [...jobs], nextCursor: null }],
            counts: null,
            held: 0,
            left,
          }}
          search={search}
          change={change}
          reading={reading}
          selection={selection}
          scroller={scroller}
          onNearEnd={noMore}
        />
      </div>
    </ActionDoor>
  );
}

/** Rows by themselves, in the look that is wanted whatever the window. */
function Rows({ card, height, columns }: { card: boolean; height: number; columns: readonly ColumnId[] }) {
  const { template, widths } = columnsLayout(columns, {}, false);
  return (
    <div
      role="table"
      aria-label="Jobs"
      tabIndex={0}
      className={card ? "panel relative w-full max-w-sm overflow-hidden" : "panel relative overflow-x-auto"}
      style={{
        height: SAMPLE_ROWS.length * height + 2,
        "--columns": `36px ${template}`,
      }}
    >
      <div role="rowgroup" className={card ? "relative" : "relative min-w-[1250px]"}>
        {SAMPLE_ROWS.map((job, index) => (
          <JobRow
            key={refKey(job)}
            job={job}
            top={index * height}
            height={height}
            index={index + 1}
            columns={columns}
            widths={widths}
            card={card}
            selected={index === 2}
            left={index === 6}
          />
        ))}
      </div>
    </div>
  );
}

const TELL_LESS = ["dli-north", "dli-south", "dli-west"].map((id) => ({ ...SLOW, id }));
const FAILING_THREE = ["datameer", "datameer-2", "datameer-3"].map((id) => ({ ...FAILING, id }));

export const LIST_ROWS: PartsOf<"list-rows"> = {
  "Rows: comfortable": () => <Table />,
  "Rows: compact": () => (
    <Scene prefer={{ density: "compact" }}>
      <Table />
    </Scene>
  ),
  "Rows: cards": () => <Rows card height={104} columns={DEFAULT_COLUMNS} />,
  "Every column": () => (
    <Scene search={`?columns=${COLUMN_IDS.join(",")}&sort=name&widths=owner:160`}>
      <Table />
    </Scene>
  ),
  "Selected, stale and departed rows": () => <Rows card={false} height={44} columns={DEFAULT_COLUMNS} />,
  "Connections that do not answer": () => (
    <Answered answers={asksConnections(FAILING_THREE)}>
      <ConnectionNotices only={[]} />
    </Answered>
  ),
  "Connections that tell less than there is": () => (
    <Answered answers={asksConnections([FAILING, ...TELL_LESS])}>
      <ConnectionNotices only={[]} />
    </Answered>
  ),
};
