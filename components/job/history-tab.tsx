import Link from "next/link";
import { StateWord } from "@/components/jobs/state-badge";
import { Duration } from "@/components/time/duration";
import { FullInstant } from "@/components/time/instant";
import type { JobDetail } from "@/lib/contract/job";

/** Other runs of the same thing, or other jobs of the same name or statement, each with a bar as long as it took. */
export function HistoryTab({ job }: { job: JobDetail }) {
  if (job.history.length === 0)
    return (
      <p className="text-muted">
        No other run of this is on record: none of its own, and no job of the same name or statement.
      </p>
    );
  const longest = Math.max(1, ...job.history.map((run) => run.durationMs ?? 0));
  return (
    <div className="relative overflow-x-auto">
      <table className="data-table">
        <caption className="sr-only">Runs</caption>
        <thead>
          <tr>
            <th scope="col">Started</th>
            <th scope="col">State</th>
            <th scope="col">Ended</th>
            <th scope="col" className="num">
              Duration
            </th>
            <th scope="col" className="w-1/3" aria-label="Duration as a bar" />
          </tr>
        </thead>
        <tbody>
          {job.history.map((run) => (
            <tr key={run.run} className={run.run === job.run ? "bg-accent-soft" : undefined}>
              <td>
                <Link
                  href={run.path}
                  prefetch={false}
                  className="underline"
                  aria-current={run.run === job.run ? "true" : undefined}
                >
                  {run.startedAt ? <FullInstant iso={run.startedAt} /> : run.run}
                </Link>
              </td>
              <td>
                <StateWord state={run.state} vendorState={run.vendorState} />
              </td>
              <td>{run.endedAt ? <FullInstant iso={run.endedAt} /> : "–"}</td>
              <td className="num">
                {/* Whether another run goes on is told on its own page: this one is not asked of it. */}
                <Duration ms={run.durationMs} since={null} />
              </td>
              <td aria-hidden className={`state-${run.state} align-middle`}>
                {run.durationMs !== null ? (
                  <span
                    className="block h-2 min-w-0.5 rounded-sm bg-state"
                    style={{ width: `${(run.durationMs / longest) * 100}%` }}
                  />
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
