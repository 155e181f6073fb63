"use client";

import { CountersPanel, RunFacts } from "@/components/panels/datameer/run-facts";
import { fieldFacts } from "@/components/panels/field-facts";
import type { PanelProps } from "@/components/panels/panels";
import { RunBars } from "@/components/panels/run-bars";
import { usePreferences } from "@/components/shell/preferences";
import { FullInstant } from "@/components/time/instant";
import { Facts, given } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { DatameerConfigurationDetails } from "@/lib/contract/details/datameer";
import { formatCount } from "@/lib/format/number";

function Datas({ details }: { details: DatameerConfigurationDetails }) {
  const { datas } = details;
  if (!datas) return null;
  return (
    <Panel title="Stored data" id="datas" flush={datas.length > 0}>
      {datas.length === 0 ? (
        <p className="text-muted">It holds no data.</p>
      ) : (
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">Data id</th>
              <th scope="col">From</th>
              <th scope="col" className="num">
                Records
              </th>
            </tr>
          </thead>
          <tbody>
            {datas.map((data) => (
              <tr key={String(data.id)}>
                <th scope="row" className="font-mono font-normal">
                  {String(data.id)}
                </th>
                <td>{data.at ? <FullInstant iso={data.at} /> : (data.timestamp ?? "not given")}</td>
                <td className="num">{formatCount(data.recordCount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

/** A configuration: its newest run, its runs side by side, what defines it, and the data it holds. */
export function ConfigurationPanel({ job }: PanelProps) {
  const details = DatameerConfigurationDetails.parse(job.details);
  const { zone } = usePreferences();
  const { definition } = details;
  const file = definition?.file;
  return (
    <>
      <RunBars job={job} />
      <div className="grid items-start gap-3 lg:grid-cols-2">
        <RunFacts details={details} />
        <CountersPanel details={details} />
        {definition ? (
          <Panel title="Definition" id="definition">
            <Facts
              items={given(
                fieldFacts(
                  [
                    { label: "Name", value: file?.name },
                    { label: "Path", value: file?.path },
                    { label: "UUID", value: file?.uuid },
                    { label: "Description", value: file?.description },
                    { label: "Pull", value: definition.pullType },
                    { label: "Results kept", value: definition.minKeepCount, unit: "count" },
                  ],
                  zone,
                ),
              )}
            />
          </Panel>
        ) : null}
        <Datas details={details} />
      </div>
    </>
  );
}
