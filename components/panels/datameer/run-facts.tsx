"use client";

import { prepareCounters } from "@/components/panels/datameer/counters.prepare";
import { fieldFacts } from "@/components/panels/field-facts";
import { usePreferences } from "@/components/shell/preferences";
import { Facts, given } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { DatameerConfigurationDetails, DatameerExecutionDetails } from "@/lib/contract/details/datameer";

type Details = DatameerExecutionDetails | DatameerConfigurationDetails;

const READING = {
  exact: undefined,
  ambiguous: "stands twice in that night's clock",
  skipped: "never stood in that night's clock",
  unreadable: "could not be read",
} as const;

function readingNote(reading: Details["startTimeReading"], zone: string | null | undefined): string {
  return [zone, reading ? READING[reading] : undefined].filter(Boolean).join(" · ");
}

/** What one execution says of itself. */
export function RunFacts({ details }: { details: Details }) {
  const { zone } = usePreferences();
  const facts = fieldFacts(
    [
      { label: "Execution", value: details.executionId ?? details.jobExecutionId ?? details.id },
      {
        label: "Configuration",
        value: details.configurationId ?? details.jobConfigurationId ?? details.dapJobConfigurationId,
      },
      { label: "Artifact", value: details.artifactType },
      { label: "Path", value: details.path ?? details.file?.path },
      { label: "UUID", value: details.uuid ?? details.file?.uuid },
      { label: "Started by", value: details.jobExecutionUser, note: details.jobExecutionTrigger ?? undefined },
      {
        label: "Started, as Datameer writes it",
        value: details.startTime,
        note: readingNote(details.startTimeReading, details.timeZone),
      },
      {
        label: "Stopped, as Datameer writes it",
        value: details.stopTime,
        note: readingNote(details.stopTimeReading, details.timeZone),
      },
      { label: "Estimate", value: details.estimateMs ?? undefined, unit: "ms" },
      { label: "Succeeded", value: details.successCount, unit: "count" },
      { label: "Failed", value: details.failureCount, unit: "count" },
    ],
    zone,
  );
  const failed = Number(details.failureCount ?? 0);
  return (
    <Panel title="Run" id="run-facts">
      <div className="flex flex-col gap-3">
        {details.timeProblem ? (
          <Notice tone="caution">
            It stops before it starts: the connection&apos;s time zone may be wrong, or the clock was changed that
            night.
          </Notice>
        ) : null}
        {failed > 0 ? <Notice tone="caution">{failed} records failed.</Notice> : null}
        <Facts items={given(facts)} />
      </div>
    </Panel>
  );
}

/** Counters by what they count, with units that can be read; dropped ones stand out. */
export function CountersPanel({ details }: { details: Details }) {
  const { zone } = usePreferences();
  const groups = prepareCounters(details.counters ?? {});
  return (
    <Panel title="Counters" id="counters">
      {groups.length === 0 ? (
        <p className="text-muted">
          {details.counters ? "The run counts nothing." : "Told by the vendor once the run has ended."}
        </p>
      ) : (
        <div className="flex flex-col gap-3">
          {groups.map(({ title, counters }) => (
            <section key={title}>
              <h3 className="mb-1 text-sm text-faint">{title}</h3>
              <Facts
                items={counters.map((counter) => {
                  const [fact] = fieldFacts([{ label: counter.label, value: counter.value, unit: counter.unit }], zone);
                  const value = fact?.value;
                  return {
                    label: counter.label,
                    note: fact?.note,
                    value: counter.alarming ? <b className="font-semibold text-caution">{value} · look here</b> : value,
                  };
                })}
              />
            </section>
          ))}
        </div>
      )}
    </Panel>
  );
}
