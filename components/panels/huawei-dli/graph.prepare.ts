import type { DliFlinkDetails } from "@/lib/contract/details/huawei-dli";

export interface GraphNode {
  id: string;
  name: string;
  parallelism: number | null;
  /** The vendor's word for how it does; null where the graph is only a plan. */
  status: string | null;
  /** What flows into it, by id. */
  inputs: { id: string; how: string | null }[];
}

export interface Graph {
  nodes: GraphNode[];
  live: boolean;
}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const number = (value: unknown): number | null => (typeof value === "number" ? value : null);
const record = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
const list = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.map(record) : []);
const pick = (from: Record<string, unknown>, ...keys: string[]): unknown =>
  keys.map((key) => from[key]).find((value) => value !== undefined);

/** Flink's descriptions carry markup for its own console: here they are words. */
function plain(description: string): string {
  return description
    .replace(/<br\s*\/?>/gi, " ")
    .replace(/&gt;/g, ">")
    .replace(/&lt;/g, "<")
    .replace(/&amp;/g, "&")
    .trim();
}

function fromNodes(nodes: Record<string, unknown>[], status: ReadonlyMap<string, string | null>): GraphNode[] {
  return nodes.flatMap((node) => {
    const id = text(pick(node, "id"));
    if (!id) return [];
    const name = text(pick(node, "description", "operator", "name")) ?? id;
    return [
      {
        id,
        name: plain(name),
        parallelism: number(node.parallelism),
        status: status.get(id) ?? null,
        inputs: list(node.inputs).flatMap((input) => {
          const from = text(input.id);
          return from ? [{ id: from, how: text(pick(input, "shipStrategy", "ship_strategy")) }] : [];
        }),
      },
    ];
  });
}

/**
 * The graph of a job: the live document's plan with each vertex's status, else the static plan in `execution_graph`,
 * whose keys stay as the vendor writes them. Vertices without a plan stand unconnected; anything else is no graph.
 */
export function readGraph(details: DliFlinkDetails): Graph {
  const live = details.executeGraph;
  const vertices = list(live?.vertices);
  const status = new Map(vertices.map((vertex) => [text(vertex.id) ?? "", text(vertex.status)]));
  const planned = fromNodes(list(live?.plan?.nodes), status);
  if (planned.length > 0) return { nodes: planned, live: true };
  if (vertices.length > 0) return { nodes: fromNodes(vertices, status), live: true };
  return { nodes: fromNodes(list(record(details.executionGraphParsed).nodes), new Map()), live: false };
}
