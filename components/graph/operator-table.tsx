import { BackpressureWord } from "@/components/graph/backpressure-word";
import type { Flow, Operator, OperatorGraph } from "@/components/graph/operator-graph";
import { operatorState } from "@/components/graph/operator-state";
import { taskWords } from "@/components/graph/operator-words";
import { StateIcon } from "@/components/jobs/state-icon";
import { isoOfEpoch } from "@/components/panels/epoch";
import { Bytes } from "@/components/panels/quantity";
import { Duration } from "@/components/time/duration";
import { Instant } from "@/components/time/instant";
import { formatCount } from "@/lib/format/number";
import { oneLine } from "@/lib/format/visible-text";

function Moved({ flow }: { flow: Flow }) {
  if (flow.records === null && flow.bytes === null) return <span className="text-faint">not told</span>;
  return (
    <>
      {flow.complete ? null : <span className="text-faint">at least </span>}
      {flow.records === null ? null : <div>{formatCount(flow.records)} records</div>}
      {flow.bytes === null ? null : (
        <div className="text-muted">
          <Bytes value={flow.bytes} />
        </div>
      )}
    </>
  );
}

function Status({ word }: { word: string | null }) {
  if (word === null) return <span className="text-faint">not told</span>;
  const state = operatorState(word);
  return (
    <span className={`state-${state} inline-flex items-center gap-1.5 text-state`}>
      <StateIcon state={state} size={12} />
      {oneLine(word)}
    </span>
  );
}

function Inputs({ operator, names }: { operator: Operator; names: ReadonlyMap<string, string> }) {
  if (operator.inputs.length === 0) return <span className="text-faint">none</span>;
  return (
    <ul>
      {operator.inputs.map(({ from, strategy }) => (
        <li key={from}>
          {oneLine(names.get(from) ?? from)}
          {strategy ? <span className="text-faint"> · {oneLine(strategy)}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** The drawn graph as a table: all of it, for readers and for whoever prefers figures. */
export function OperatorTable({ graph: { operators } }: { graph: OperatorGraph }) {
  const live = operators.some((operator) => operator.live !== null);
  const names = new Map(operators.map(({ id, name }) => [id, name]));
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Operators as a table">
      <table className="data-table">
        <caption className="sr-only">Operators of the execution graph</caption>
        <thead>
          <tr>
            <th scope="col">Operator</th>
            <th scope="col" className="num">
              Parallelism
            </th>
            {live ? (
              <>
                <th scope="col">State</th>
                <th scope="col">Tasks</th>
                <th scope="col">Received</th>
                <th scope="col">Sent</th>
                <th scope="col">Backpressure</th>
                <th scope="col">Started</th>
                <th scope="col">Duration</th>
              </>
            ) : null}
            <th scope="col">Receives from</th>
          </tr>
        </thead>
        <tbody>
          {operators.map((operator) => (
            <tr key={operator.id}>
              <th scope="row" className="min-w-44 [overflow-wrap:anywhere]">
                {oneLine(operator.name)}
                {operator.role ? <span className="font-normal text-faint"> · {oneLine(operator.role)}</span> : null}
              </th>
              <td className="num">{operator.parallelism ?? "–"}</td>
              {live ? <LiveCells live={operator.live} /> : null}
              <td className="min-w-36">
                <Inputs operator={operator} names={names} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LiveCells({ live }: { live: Operator["live"] }) {
  if (!live) return <td colSpan={7}>not running</td>;
  return (
    <>
      <td>
        <Status word={live.status} />
      </td>
      <td>{taskWords(live.tasks) || "–"}</td>
      <td className="whitespace-nowrap">
        <Moved flow={live.read} />
      </td>
      <td className="whitespace-nowrap">
        <Moved flow={live.written} />
      </td>
      <td>
        <BackpressureWord level={live.backpressure} />
      </td>
      <td className="whitespace-nowrap">
        <Instant iso={isoOfEpoch(live.startedAt)} />
      </td>
      <td className="whitespace-nowrap">
        <Duration ms={live.durationMs} since={null} />
      </td>
    </>
  );
}
