"use client";

import { type Edge, MarkerType } from "@xyflow/react";
import { useMemo, useState } from "react";
import { NODE_HEIGHT, NODE_WIDTH, layoutGraph, topologyOf } from "@/components/graph/layout-graph";
import type { OperatorGraph } from "@/components/graph/operator-graph";
import type { OperatorNode } from "@/components/graph/operator-node";
import { operatorSentence } from "@/components/graph/operator-words";

/** Operators and edges as they are drawn. What is where depends on the connections alone: new figures move nothing. */
export function useDrawing(graph: OperatorGraph) {
  const topology = topologyOf(graph);
  const [placed, setPlaced] = useState(() => ({ topology, layout: layoutGraph(graph) }));
  let { layout } = placed;
  if (placed.topology !== topology) {
    layout = layoutGraph(graph);
    setPlaced({ topology, layout });
  }
  const nodes = useMemo(
    () =>
      graph.operators.map((operator): OperatorNode => ({
        id: operator.id,
        type: "operator",
        position: layout.at.get(operator.id) ?? { x: 0, y: 0 },
        width: NODE_WIDTH,
        height: NODE_HEIGHT,
        data: { operator },
        ariaLabel: operatorSentence(operator),
      })),
    [graph, layout],
  );
  const edges = useMemo(
    () =>
      graph.operators.flatMap(({ id, inputs }) =>
        inputs.map(({ from, strategy }): Edge => ({
          id: `${from} ${id}`,
          source: from,
          target: id,
          focusable: false,
          selectable: false,
          markerEnd: { type: MarkerType.ArrowClosed, color: "var(--mark)" },
          // FORWARD is the plain case; the others move rows between tasks, which is what costs.
          ...(strategy && strategy !== "FORWARD" ? { label: strategy } : {}),
        })),
      ),
    [graph],
  );
  return { nodes, edges, layout };
}
