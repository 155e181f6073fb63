import { type EdgeLabel, Graph, type GraphLabel, type NodeLabel, layout } from "@dagrejs/dagre";
import type { OperatorGraph } from "@/components/graph/operator-graph";

/** Room for a name on two lines and two lines of figures. */
export const NODE_WIDTH = 216;
export const NODE_HEIGHT = 92;

export interface GraphLayout {
  /** The upper left corner of each operator. */
  at: ReadonlyMap<string, { x: number; y: number }>;
  width: number;
  height: number;
  /** Where those stand that nothing flows into: where one begins to read. */
  sources: { top: number; bottom: number };
}

/** What a layout depends on: figures that change with every poll move nothing. */
export function topologyOf({ operators }: OperatorGraph): string {
  return JSON.stringify(operators.map(({ id, inputs }) => [id, inputs.map((input) => input.from)]));
}

/** From left to right, sources first; a cycle is drawn with one edge backwards. */
export function layoutGraph({ operators }: OperatorGraph): GraphLayout {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>();
  graph.setGraph({ rankdir: "LR", nodesep: 24, ranksep: 88, marginx: 16, marginy: 16 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of operators) graph.setNode(id, { width: NODE_WIDTH, height: NODE_HEIGHT });
  for (const { id, inputs } of operators) for (const input of inputs) graph.setEdge(input.from, id);
  layout(graph);
  const at = new Map<string, { x: number; y: number }>();
  let [width, height] = [0, 0];
  const sources = { top: Infinity, bottom: -Infinity };
  for (const { id, inputs } of operators) {
    const { x = 0, y = 0 } = graph.node(id);
    at.set(id, { x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 });
    width = Math.max(width, x + NODE_WIDTH / 2);
    height = Math.max(height, y + NODE_HEIGHT / 2);
    if (inputs.length > 0) continue;
    sources.top = Math.min(sources.top, y - NODE_HEIGHT / 2);
    sources.bottom = Math.max(sources.bottom, y + NODE_HEIGHT / 2);
  }
  const whole = { top: 0, bottom: height };
  return { at, width: width + 16, height: height + 16, sources: sources.top === Infinity ? whole : sources };
}
