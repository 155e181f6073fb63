"use client";

import dynamic from "next/dynamic";
import type { OperatorGraph } from "@/components/graph/operator-graph";
import { OperatorTable } from "@/components/graph/operator-table";
import { Disclosure } from "@/components/ui/disclosure";
import { plural } from "@/lib/format/number";

const OperatorCanvas = dynamic(() => import("@/components/graph/operator-canvas").then((part) => part.OperatorCanvas), {
  ssr: false,
  loading: () => <div className="skeleton m-3 h-44" aria-hidden />,
});

/** A stream's operators: drawn, and below the drawing as a table that opens. */
export function OperatorGraphView({ graph }: { graph: OperatorGraph }) {
  return (
    <>
      <OperatorCanvas graph={graph} />
      <div className="border-t border-line px-3.5 py-2">
        <Disclosure summary={`As a table · ${plural(graph.operators.length, "operator")}`}>
          <OperatorTable graph={graph} />
        </Disclosure>
      </div>
    </>
  );
}
