"use client";

import "@xyflow/react/dist/base.css";
import "@/components/graph/graph.css";
import { MiniMap, ReactFlow, ReactFlowProvider, useReactFlow } from "@xyflow/react";
import { type KeyboardEvent, useRef } from "react";
import { CanvasControls } from "@/components/graph/canvas-controls";
import type { GraphLayout } from "@/components/graph/layout-graph";
import type { OperatorGraph } from "@/components/graph/operator-graph";
import { OperatorBox } from "@/components/graph/operator-node";
import { useDrawing } from "@/components/graph/use-drawing";

const NODE_TYPES = { operator: OperatorBox };
/** Below this, names cannot be read: a graph that is larger is panned. */
const LEGIBLE = 0.8;
const STEP_PX = 80;
const ABOUT = "An operator of the execution graph. The table of operators says the same.";
const WORDS = { "node.a11yDescription.default": ABOUT, "node.a11yDescription.keyboardDisabled": ABOUT };

const ARROWS: Record<string, [dx: number, dy: number]> = {
  ArrowLeft: [STEP_PX, 0],
  ArrowRight: [-STEP_PX, 0],
  ArrowUp: [0, STEP_PX],
  ArrowDown: [0, -STEP_PX],
};

function usePanKeys() {
  const { getViewport, setViewport, zoomIn, zoomOut, fitView } = useReactFlow();
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    const { x, y, zoom } = getViewport();
    if (arrow) void setViewport({ x: x + arrow[0], y: y + arrow[1], zoom });
    else if (event.key === "+" || event.key === "=") void zoomIn();
    else if (event.key === "-") void zoomOut();
    else if (event.key === "0") void fitView();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** All of it where it can be read as a whole, else its sources, in the middle and at a legible size. */
function firstView({ width, height, sources }: GraphLayout, box: HTMLElement | null) {
  const [boxWidth, boxHeight] = [box?.clientWidth ?? 800, box?.clientHeight ?? 400];
  const whole = Math.min(boxWidth / width, boxHeight / height, 1);
  const zoom = Math.max(whole, LEGIBLE);
  const x = Math.max(0, (boxWidth - width * zoom) / 2);
  const spare = boxHeight - height * zoom;
  const middle = boxHeight / 2 - ((sources.top + sources.bottom) / 2) * zoom;
  return { x, y: spare > 0 ? spare / 2 : Math.min(0, Math.max(spare, middle)), zoom };
}

function Canvas({ graph }: { graph: OperatorGraph }) {
  const { nodes, edges, layout } = useDrawing(graph);
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = usePanKeys();
  return (
    <div
      ref={box}
      className="operator-canvas relative"
      style={{ height: Math.min(520, Math.max(200, layout.height + 8)) }}
      onKeyDown={onKeyDown}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        onInit={(flow) => void flow.setViewport(firstView(layout, box.current))}
        aria-label="Execution graph. Arrow keys pan, plus and minus zoom, 0 shows all of it."
        tabIndex={0}
        ariaLabelConfig={WORDS}
        nodesDraggable={false}
        nodesConnectable={false}
        elementsSelectable={false}
        edgesFocusable={false}
        nodesFocusable
        autoPanOnNodeFocus
        deleteKeyCode={null}
        minZoom={0.15}
        maxZoom={2}
        // The wheel belongs to the page; with Ctrl, or two fingers, it zooms.
        zoomOnScroll={false}
        preventScrolling={false}
      >
        {graph.operators.length > 12 ? (
          <MiniMap pannable aria-hidden className="max-sm:hidden" style={{ width: 140, height: 90 }} />
        ) : null}
      </ReactFlow>
      <CanvasControls />
    </div>
  );
}

/** The graph, drawn: pans, zooms, and can be walked through by keyboard. Load it lazily: it brings a library. */
export function OperatorCanvas({ graph }: { graph: OperatorGraph }) {
  return (
    <ReactFlowProvider>
      <Canvas graph={graph} />
    </ReactFlowProvider>
  );
}
