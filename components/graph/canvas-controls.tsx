"use client";

import { useReactFlow } from "@xyflow/react";
import { Maximize, Minus, Plus } from "lucide-react";
import { Button } from "@/components/ui/button";

/** Zooming without a wheel. */
export function CanvasControls() {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <div className="absolute top-2 right-2 z-10 flex gap-1">
      <Button small aria-label="Zoom in" title="Zoom in (+)" onClick={() => void zoomIn()}>
        <Plus aria-hidden size={13} />
      </Button>
      <Button small aria-label="Zoom out" title="Zoom out (−)" onClick={() => void zoomOut()}>
        <Minus aria-hidden size={13} />
      </Button>
      <Button small aria-label="Show the whole graph" title="Show the whole graph (0)" onClick={() => void fitView()}>
        <Maximize aria-hidden size={13} />
      </Button>
    </div>
  );
}
