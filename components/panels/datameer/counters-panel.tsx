import { Alarming } from "@/components/panels/datameer/alarming";
import { type Counter, prepareCounters } from "@/components/panels/datameer/counters.prepare";
import type { DatameerDetails } from "@/components/panels/datameer/datameer-details";
import { Bytes } from "@/components/panels/quantity";
import { Panel } from "@/components/ui/panel";
import { formatCount } from "@/lib/format/number";
import { oneLine } from "@/lib/format/visible-text";

function Value({ counter: { unit, value, alarming } }: { counter: Counter }) {
  const figure = unit === "bytes" ? <Bytes value={value} /> : formatCount(value);
  if (!alarming) return figure;
  return <Alarming title="Something was dropped">{figure}</Alarming>;
}

/** The run's counters by what they count, with units that can be read and every digit on hover. */
export function CountersPanel({ details: { counters } }: { details: DatameerDetails }) {
  const groups = prepareCounters(counters ?? {});
  return (
    <Panel title="Counters" id="counters">
      {groups.length === 0 ? (
        <p className="text-muted">
          {counters ? "The run counts nothing." : "Not told yet: Datameer counts in the details of an execution."}
        </p>
      ) : (
        <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
          {groups.map(({ title, counters: own }) => (
            <section key={title} aria-label={title}>
              <h3 className="mb-1 border-b border-line pb-1 text-sm">{title}</h3>
              <dl>
                {own.map((counter) => (
                  <div key={counter.name} className="flex items-baseline justify-between gap-3 py-0.75">
                    <dt className="text-muted [overflow-wrap:anywhere]" title={oneLine(counter.name)}>
                      {oneLine(counter.label)}
                    </dt>
                    <dd className="shrink-0 text-right">
                      <Value counter={counter} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      )}
    </Panel>
  );
}
