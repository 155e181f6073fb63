import type { OperatorGraph } from "@/components/graph/operator-graph";
import { OperatorGraphView } from "@/components/graph/operator-graph-view";
import { isoOfEpoch } from "@/components/panels/epoch";
import { Instant } from "@/components/time/instant";
import { Panel } from "@/components/ui/panel";
import type { DliFlinkDetails } from "@/lib/contract/details/huawei-dli";
import { plural } from "@/lib/format/number";
import { visibleText } from "@/lib/format/visible-text";

export interface FlinkGraphReading {
  graph: OperatorGraph | null;
  /** Flink's live document, else the definition's plan. */
  live: boolean;
}

/** The execution graph: live where Flink answered, else as planned, else the vendor's text. */
export function FlinkGraph({ reading, details }: { reading: FlinkGraphReading; details: DliFlinkDetails }) {
  const { graph, live } = reading;
  const { executionGraph } = details;
  const asOf = isoOfEpoch(details.executeGraph?.now);
  if (!graph && !executionGraph) return null;
  return (
    <Panel
      title="Execution graph"
      id="execution-graph"
      note={
        graph ? (
          <>
            {plural(graph.operators.length, "operator")}
            {live ? (
              asOf ? (
                <>
                  {" "}
                  · as of <Instant iso={asOf} />
                </>
              ) : (
                " · live"
              )
            ) : (
              " · as planned, not live"
            )}
          </>
        ) : (
          "as the vendor wrote it: its shape is not known to us"
        )
      }
      flush
    >
      {graph ? (
        <OperatorGraphView graph={graph} />
      ) : (
        <pre
          tabIndex={0}
          role="region"
          aria-label="Execution graph as text"
          className="max-h-72 overflow-auto p-3.5 font-mono text-sm whitespace-pre-wrap [overflow-wrap:anywhere]"
        >
          {visibleText(executionGraph ?? "")}
        </pre>
      )}
    </Panel>
  );
}
