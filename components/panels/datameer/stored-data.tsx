"use client";

import { useAskAction } from "@/components/jobs/action-door";
import { useWhyNoActions } from "@/components/session/online";
import { FullInstant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { DatameerConfigurationDetails } from "@/lib/contract/details/datameer";
import type { JobDetail } from "@/lib/contract/job";
import { formatCount, plural } from "@/lib/format/number";
import { oneLine } from "@/lib/format/visible-text";

/** The data an artifact holds, by the ids that a deletion names. */
export function StoredData({ job, details: { datas } }: { job: JobDetail; details: DatameerConfigurationDetails }) {
  const ask = useAskAction();
  const why = useWhyNoActions();
  if (datas === undefined || datas === null) return null;
  const mayDelete = job.actions.includes("delete");
  return (
    <Panel title="Stored data" id="stored-data" note={plural(datas.length, "data set")} flush={datas.length > 0}>
      {datas.length === 0 ? (
        <p className="text-muted">It holds no data.</p>
      ) : (
        <table className="data-table" aria-labelledby="stored-data">
          <thead>
            <tr>
              <th scope="col">Data id</th>
              <th scope="col">From</th>
              <th scope="col" className="num">
                Records
              </th>
              {mayDelete ? (
                <th scope="col">
                  <span className="sr-only">Action</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {datas.map(({ id, at, timestamp, recordCount }) => (
              <tr key={String(id)}>
                <th scope="row" className="font-mono text-sm! font-normal!">
                  {oneLine(String(id))}
                </th>
                <td>{at ? <FullInstant iso={at} /> : timestamp ? oneLine(timestamp) : "not given"}</td>
                <td className="num">{formatCount(recordCount)}</td>
                {mayDelete ? (
                  <td className="num">
                    <Button
                      small
                      tone="danger"
                      disabled={why !== null}
                      title={why ?? undefined}
                      aria-label={`Delete data ${String(id)}`}
                      onClick={() => ask({ ...job, details: { ...job.details, dataId: String(id) } }, ["delete"])}
                    >
                      Delete…
                    </Button>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
