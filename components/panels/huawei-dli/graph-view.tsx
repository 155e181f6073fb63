"use client";

import "@xyflow/react/dist/style.css";
import dagre from "@dagrejs/dagre";
import { Background, Controls, type Edge, Handle, type Node, type NodeProps, Position, ReactFlow } from "@xyflow/react";
import { useMemo } from "react";
import type { Graph, GraphNode } from "@/components/panels/huawei-dli/graph.prepare";
import { oneLine, shorten } from "@/lib/format/visible-text";

const WIDTH = 220;
const HEIGHT = 68;
type Operator = Node<{ operator: GraphNode }, "operator">;

const HUES: Record<string, string> = {
  RUNNING: "var(--running)",
  FINISHED: "var(--succeeded)",
  FAILED: "var(--failed)",
  CANCELED: "var(--cancelled)",
  CANCELING: "var(--stopping)",
  SCHEDULED: "var(--queued)",
  DEPLOYING: "var(--starting)",
  CREATED: "var(--queued)",
};

function OperatorBox({ data: { operator } }: NodeProps<Operator>) {
  const hue = HUES[operator.status ?? ""] ?? "var(--mark)";
  return (
    <div
      className="flex flex-col gap-0.5 rounded-md border border-line-strong border-l-4 bg-surface px-2.5 py-1.5 text-left text-sm"
      style={{ width: WIDTH, height: HEIGHT, borderLeftColor: hue }}
      title={oneLine(operator.name)}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <span className="line-clamp-2 font-mono text-xs leading-4">{shorten(oneLine(operator.name), 90)}</span>
      <span className="mt-auto text-xs text-muted">
        {operator.parallelism === null ? "" : `parallelism ${operator.parallelism}`}
        {operator.status ? ` · ${oneLine(operator.status).toLowerCase()}` : ""}
      </span>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}

const NODE_TYPES = { operator: OperatorBox };

/** Left to right, sources first. */
function layOut(graph: Graph): { nodes: Operator[]; edges: Edge[] } {
  const plan = new dagre.graphlib.Graph()
    .setGraph({ rankdir: "LR", nodesep: 24, ranksep: 64 })
    .setDefaultEdgeLabel(() => ({}));
  const known = new Set(graph.nodes.map(({ id }) => id));
  const edges = graph.nodes.flatMap((node) =>
    node.inputs
      .filter(({ id }) => known.has(id))
      .map(({ id, how }) => ({
        id: `${id} ${node.id}`,
        source: id,
        target: node.id,
        label: how ?? undefined,
      })),
  );
  for (const node of graph.nodes) plan.setNode(node.id, { width: WIDTH, height: HEIGHT });
  for (const edge of edges) plan.setEdge(edge.source, edge.target);
  dagre.layout(plan);
  const nodes = graph.nodes.map((operator): Operator => {
    const { x, y } = plan.node(operator.id);
    return { id: operator.id, type: "operator", data: { operator }, position: { x: x - WIDTH / 2, y: y - HEIGHT / 2 } };
  });
  return { nodes, edges };
}

/** The execution graph, to pan and zoom; the table beside it says the same. */
export function GraphView({ graph }: { graph: Graph }) {
  const { nodes, edges } = useMemo(() => layOut(graph), [graph]);
  return (
    <div
      className="h-80"
      role="img"
      aria-label={`Execution graph of ${graph.nodes.length} operators; the table below says the same`}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        fitView
        minZoom={0.1}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        preventScrolling={false}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={16} color="var(--line)" />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  );
}
