import type { Graph } from "@/components/panels/huawei-dli/graph.prepare";
import { oneLine } from "@/lib/format/visible-text";

/** The same graph for readers: operators, parallelism, and what flows in. */
export function GraphTable({ graph }: { graph: Graph }) {
  const names = new Map(graph.nodes.map((node) => [node.id, node.name]));
  return (
    <table className="data-table">
      <caption className="sr-only">Operators of the execution graph</caption>
      <thead>
        <tr>
          <th scope="col">Operator</th>
          <th scope="col">Status</th>
          <th scope="col" className="num">
            Parallelism
          </th>
          <th scope="col">Takes from</th>
        </tr>
      </thead>
      <tbody>
        {graph.nodes.map((node) => (
          <tr key={node.id}>
            <th scope="row" className="max-w-96 font-mono text-sm font-normal [overflow-wrap:anywhere]">
              {oneLine(node.name)}
            </th>
            <td>{node.status ? oneLine(node.status) : "–"}</td>
            <td className="num">{node.parallelism ?? "–"}</td>
            <td className="text-muted">
              {node.inputs.length === 0
                ? "a source"
                : node.inputs
                    .map(({ id, how }) => `${oneLine(names.get(id) ?? id).slice(0, 60)}${how ? ` (${how})` : ""}`)
                    .join("; ")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
