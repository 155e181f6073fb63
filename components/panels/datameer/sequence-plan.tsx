import Link from "next/link";
import { JsonView } from "@/components/ui/json-view";
import { DatameerPlanEntry } from "@/lib/contract/details/datameer";
import { oneLine } from "@/lib/format/visible-text";
import { routes } from "@/lib/url/routes";

function Step({ entry, connection }: { entry: DatameerPlanEntry; connection: string }) {
  const { jobConfigurationName, jobConfigurationId, jobExecutionId, trigger } = entry;
  const link = (kind: string, id: number | string, text: string) => (
    <Link href={routes.job({ connection, kind, id: String(id) })} prefetch={false} className="underline">
      {text}
    </Link>
  );
  const name = oneLine(jobConfigurationName ?? `Configuration ${String(jobConfigurationId ?? "")}`);
  return (
    <tr>
      <th scope="row" className="font-normal!">
        {jobConfigurationId === null || jobConfigurationId === undefined
          ? name
          : link("configuration", jobConfigurationId, name)}
      </th>
      <td>
        {jobExecutionId !== null && jobExecutionId !== undefined
          ? link("execution", jobExecutionId, `Execution ${String(jobExecutionId)}`)
          : trigger === false
            ? "none"
            : "no execution named"}
      </td>
      <td>{trigger === true ? "triggered" : trigger === false ? "not triggered" : "not told"}</td>
    </tr>
  );
}

/** The plan that a sequence answers with, in the order of running, each step with a link to what it started. */
export function SequencePlan({ plan, connection }: { plan: readonly unknown[]; connection: string }) {
  const entries = plan.map((entry) => DatameerPlanEntry.safeParse(entry));
  if (!entries.every((entry) => entry.success)) return <JsonView value={plan} label="Plan" />;
  return (
    <table className="data-table" aria-label="Plan of the sequence">
      <thead>
        <tr>
          <th scope="col">Runs, in this order</th>
          <th scope="col">Started</th>
          <th scope="col">Triggered</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, index) => (
          <Step key={index} entry={entry.data} connection={connection} />
        ))}
      </tbody>
    </table>
  );
}
