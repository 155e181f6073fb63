"use client";

import { OutcomeWord } from "@/components/audit/outcome-word";
import { HealthWords } from "@/components/connections/health-words";
import { ProgressCell } from "@/components/jobs/progress";
import { StateBadge, StateWord } from "@/components/jobs/state-badge";
import { StateCell } from "@/components/jobs/state-cell";
import { VendorMark } from "@/components/jobs/vendor-mark";
import type { PartsOf } from "@/components/preview/catalogue";
import { SAMPLE_CONNECTIONS } from "@/components/preview/samples/connections";
import { SAMPLE_ATTENTIONS, at, sampleJob } from "@/components/preview/samples/jobs";
import { SAMPLE_VENDORS } from "@/components/preview/samples/vendors";
import { Duration } from "@/components/time/duration";
import { Age, FullInstant, Instant, Moment } from "@/components/time/instant";
import { Facts } from "@/components/ui/facts";
import { ACTION_OUTCOMES } from "@/lib/jobs/action";
import { JOB_STATES } from "@/lib/jobs/state";

const FRACTIONS = [0, 0.004, 0.41, 0.999, 1];
const LENGTHS = [0, 340, 5_000, 233_000, 9_240_000, 310_000_000];

export const WORDS: PartsOf<"words"> = {
  States: () => (
    <ul className="flex flex-col gap-2">
      {JOB_STATES.map((state) => (
        <li key={state} className="flex flex-wrap items-center gap-x-6 gap-y-1">
          <span className="w-48">
            <StateCell job={sampleJob({ state })} />
          </span>
          <span className="w-52">
            <StateWord state={state} vendorState="VENDOR_WORD" />
          </span>
          <StateBadge state={state} />
        </li>
      ))}
    </ul>
  ),
  Attention: () => (
    <ul className="flex w-48 flex-col gap-2">
      {SAMPLE_ATTENTIONS.map((part) => (
        <li key={`${part.attention} ${part.state}`}>
          <StateCell job={sampleJob(part)} />
        </li>
      ))}
    </ul>
  ),
  Outcomes: () => (
    <ul className="flex flex-col gap-2">
      {[...ACTION_OUTCOMES, "a word of tomorrow"].map((outcome) => (
        <li key={outcome}>
          <OutcomeWord outcome={outcome} />
        </li>
      ))}
    </ul>
  ),
  Health: () => (
    <ul className="flex flex-col gap-3">
      {SAMPLE_CONNECTIONS.map((connection) => (
        <li key={connection.id}>
          <HealthWords connection={connection} />
        </li>
      ))}
    </ul>
  ),
  Vendors: () => (
    <ul className="flex flex-col gap-2">
      {SAMPLE_VENDORS.map(({ id, label }) => (
        <li key={id} className="flex items-center gap-3">
          {[12, 16, 24].map((size) => (
            <VendorMark key={size} vendor={id} size={size} />
          ))}
          {label}
        </li>
      ))}
    </ul>
  ),
  Progress: () => (
    <div className="flex w-40 flex-col gap-3">
      {FRACTIONS.map((fraction) => (
        <ProgressCell key={fraction} name={`job at ${fraction}`} progress={{ fraction, of: "job", subjobId: null }} />
      ))}
      <ProgressCell name="a job with subjobs" progress={{ fraction: 0.41, of: "subjob", subjobId: "3" }} />
      <ProgressCell name="a job of many subjobs" progress={{ fraction: 0.07, of: "subjob", subjobId: "12345678" }} />
    </div>
  ),
  "Times and durations": () => (
    <Facts
      items={[
        { label: "Short, today", value: <Instant iso={at(1)} /> },
        { label: "Short, another day", value: <Instant iso="2026-06-30T23:59:59.000Z" /> },
        { label: "Short, another year", value: <Instant iso="2024-02-29T12:00:00.000Z" /> },
        { label: "Not known", value: <Instant iso={null} /> },
        { label: "To the second", value: <Moment iso={at(1, 7)} /> },
        { label: "Whole", value: <FullInstant iso={at(1, 7)} /> },
        { label: "How long ago", value: <Age iso={at(1)} /> },
        ...LENGTHS.map((ms) => ({ label: `Took ${ms} ms`, value: <Duration ms={ms} since={null} /> })),
        { label: "Ticking", value: <Duration ms={null} since={at(1)} /> },
        { label: "No duration", value: <Duration ms={null} since={null} /> },
      ]}
    />
  ),
};
