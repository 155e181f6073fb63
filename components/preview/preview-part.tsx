"use client";

import type { ReactNode } from "react";
import { ActionCourse } from "@/components/job/action-course";
import { EventsTab } from "@/components/job/events-tab";
import { JobHeader } from "@/components/job/job-header";
import { JobNotices } from "@/components/job/job-notices";
import { TimelinePanel } from "@/components/job/timeline-panel";
import { COLUMNS } from "@/components/jobs/columns";
import { JobRow } from "@/components/jobs/job-row";
import { ProgressCell } from "@/components/jobs/progress";
import { StateBadge, StateWord } from "@/components/jobs/state-badge";
import type { PreviewPartName } from "@/components/preview/part-names";
import { SAMPLE_DETAIL, SAMPLE_ROWS, at } from "@/components/preview/sample-job";
import { SampleConnections } from "@/components/preview/sample-connections";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { FieldTree } from "@/components/ui/field-tree";
import { Notice } from "@/components/ui/notice";
import { ACTION_OUTCOMES } from "@/lib/jobs/action";
import { ATTENTIONS, JOB_STATES } from "@/lib/jobs/state";
import { DEFAULT_COLUMNS } from "@/lib/url/jobs-search";

function States() {
  return (
    <ul className="flex flex-col gap-2">
      {JOB_STATES.map((state) => (
        <li key={state} className="grid grid-cols-2 items-center gap-4">
          <StateWord state={state} vendorState="VENDOR_WORD" />
          <span>
            <StateBadge state={state} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Buttons() {
  return (["plain", "primary", "danger", "quiet"] as const).map((tone) => (
    <div key={tone} className="flex items-center gap-2">
      <Button tone={tone}>{tone}</Button>
      <Button tone={tone} small>
        {tone}, small
      </Button>
      <Button tone={tone} disabled>
        {tone}, disabled
      </Button>
    </div>
  ));
}

function Notices() {
  return (
    <>
      {(["info", "good", "caution", "bad"] as const).map((tone) => (
        <Notice key={tone} tone={tone} action={<Button small>Next step</Button>}>
          This is what happened ({tone}), and what follows from it.
        </Notice>
      ))}
      {ATTENTIONS.map((attention) => (
        <JobNotices key={attention} job={{ ...SAMPLE_DETAIL, attention }} />
      ))}
      <JobNotices
        job={{
          ...SAMPLE_DETAIL,
          state: "failed",
          gone: true,
          stale: true,
          error: "ORDER BY is not possible\n\tat line 3",
        }}
      />
      <JobNotices job={{ ...SAMPLE_DETAIL, stale: true }} removed />
      <EmptyState title="Nothing here" action={<Button>Do something</Button>}>
        Why it is so, and what to do.
      </EmptyState>
    </>
  );
}

function Progresses() {
  const fractions = [0, 0.004, 0.41, 0.999, 1];
  return (
    <>
      {fractions.map((fraction) => (
        <ProgressCell key={fraction} name={`job at ${fraction}`} progress={{ fraction, of: "job", subjobId: null }} />
      ))}
      <ProgressCell name="a job with subjobs" progress={{ fraction: 0.41, of: "subjob", subjobId: "3" }} />
    </>
  );
}

function Timelines() {
  const open = { ...SAMPLE_DETAIL, timeline: SAMPLE_DETAIL.timeline.slice(0, 2), endedAt: null };
  return (
    <>
      <TimelinePanel job={SAMPLE_DETAIL} />
      <TimelinePanel job={{ ...open, timeline: [] }} />
    </>
  );
}

function Courses() {
  return ACTION_OUTCOMES.map((outcome) => (
    <ActionCourse
      key={outcome}
      events={[
        {
          at: at(3),
          type: "action",
          auditId: outcome,
          action: "cancel",
          by: "ben@jobwatch.test",
          outcome,
          reason: outcome === "asked" ? null : "it reads the whole lake",
          vendorMessage: outcome === "refused" ? "Permission denied on user [ben]" : null,
          settledAt: outcome === "asked" || outcome === "accepted" ? null : at(4),
        },
      ]}
    />
  ));
}

function Rows() {
  const template = DEFAULT_COLUMNS.map((id) => (id === "name" ? "minmax(200px, 1fr)" : `${COLUMNS[id].width}px`)).join(
    " ",
  );
  return (
    <div
      role="table"
      aria-label="Jobs"
      className="panel relative overflow-x-auto"
      style={{ height: SAMPLE_ROWS.length * 44 + 2, "--columns": `36px ${template}` }}
    >
      <div role="rowgroup" className="relative min-w-[1250px]">
        {SAMPLE_ROWS.map((job, index) => (
          <JobRow
            key={job.id}
            job={job}
            top={index * 44}
            height={44}
            index={index + 1}
            columns={DEFAULT_COLUMNS}
            card={false}
            selected={index === 2}
            left={index === 6}
          />
        ))}
      </div>
    </div>
  );
}

function Fields() {
  return (
    <>
      <Facts
        items={[
          { label: "Given", value: "a value", note: "default" },
          { label: "None", value: null },
          { label: "Absent", value: undefined },
        ]}
      />
      <FieldTree value={SAMPLE_DETAIL.details} />
    </>
  );
}

const PARTS: Record<PreviewPartName, () => ReactNode> = {
  states: States,
  buttons: Buttons,
  notices: Notices,
  progress: Progresses,
  timeline: Timelines,
  course: Courses,
  rows: Rows,
  connections: SampleConnections,
  header: () => <JobHeader job={SAMPLE_DETAIL} />,
  events: () => <EventsTab events={SAMPLE_DETAIL.events} />,
  fields: Fields,
};

/** One part in every state it can be in. */
export function PreviewPart({ name }: { name: PreviewPartName }) {
  const Part = PARTS[name];
  return (
    <div className="flex flex-col gap-3">
      <Part />
    </div>
  );
}
