import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { memo } from "react";
import type { Operator } from "@/components/graph/operator-graph";
import { operatorState } from "@/components/graph/operator-state";
import { BackpressureWord } from "@/components/graph/backpressure-word";
import { flowWords } from "@/components/graph/operator-words";
import { StateIcon } from "@/components/jobs/state-icon";
import { oneLine } from "@/lib/format/visible-text";

export type OperatorNode = Node<{ operator: Operator }, "operator">;

/** One operator of the drawing: name, state, parallelism, and what it moved. */
export const OperatorBox = memo(function OperatorBox({ data: { operator } }: NodeProps<OperatorNode>) {
  const { live } = operator;
  const state = live?.status ? operatorState(live.status) : null;
  const moved = live ? (flowWords(live.written) ?? flowWords(live.read)) : null;
  return (
    <div
      className={`${state ? `state-${state}` : "state-draft"} flex h-full w-full flex-col justify-between rounded-lg border border-state/60 bg-surface px-2.5 py-2`}
      title={oneLine(operator.name)}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} aria-hidden />
      <span className="flex items-start gap-2">
        <span className="line-clamp-2 text-sm leading-4 font-[560] [overflow-wrap:anywhere]">
          {oneLine(operator.name)}
        </span>
        {operator.parallelism === null ? null : (
          <span className="ml-auto text-xs leading-4 text-muted" title="Parallelism">
            ×{operator.parallelism}
          </span>
        )}
      </span>
      <span className="flex items-center gap-1.5 text-xs whitespace-nowrap text-muted">
        {state && live?.status ? (
          <>
            <StateIcon state={state} size={12} />
            <span className="text-state">{live.status}</span>
          </>
        ) : (
          (operator.role ?? "Operator")
        )}
        <BackpressureWord level={live?.backpressure ?? null} quiet />
      </span>
      {live ? <span className="truncate text-xs text-muted">{moved ?? "no figures"}</span> : null}
      <Handle type="source" position={Position.Right} isConnectable={false} aria-hidden />
    </div>
  );
});
