import { type LiveOperator, type Operator, type OperatorGraph, soundGraph } from "@/components/graph/operator-graph";
import { plainName } from "@/components/panels/huawei-dli/plain-name";
import type { DliExecuteGraph } from "@/lib/contract/details/huawei-dli";

type Vertex = NonNullable<NonNullable<DliExecuteGraph["vertices"]>[number]>;

const number = (value: unknown) => (typeof value === "number" && Number.isFinite(value) ? value : null);

function liveOf(vertex: Vertex): LiveOperator {
  const metrics = vertex.metrics ?? {};
  const flow = (side: "read" | "write") => ({
    records: number(metrics[`${side}Records`]),
    bytes: number(metrics[`${side}Bytes`]),
    complete: metrics[`${side}RecordsComplete`] !== false && metrics[`${side}BytesComplete`] !== false,
  });
  return {
    status: vertex.status ?? null,
    startedAt: positive(vertex.startTime),
    endedAt: positive(vertex.endTime),
    durationMs: positive(vertex.duration),
    tasks: Object.entries(vertex.tasks ?? {}).flatMap(([word, count]): [string, number][] =>
      typeof count === "number" && count > 0 ? [[word, count]] : [],
    ),
    read: flow("read"),
    written: flow("write"),
    backpressure: vertex.backpressureLevel ?? null,
  };
}

/** -1 is "still running", 0 "never". */
function positive(value: number | null | undefined): number | null {
  return typeof value === "number" && value > 0 ? value : null;
}

function roleOf(name: string): string | null {
  return /^source\b/i.test(name) ? "Source" : /^sink\b/i.test(name) ? "Sink" : null;
}

/**
 * Flink's live document: its plan's nodes with their inputs, each with what its vertex says. Vertices that the plan leaves
 * out are shown unconnected. null where the document has neither, as today's field tables do not promise them.
 */
export function readExecuteGraph({ plan, vertices }: DliExecuteGraph): OperatorGraph | null {
  const live = new Map((vertices ?? []).flatMap((vertex) => (vertex.id ? [[vertex.id, vertex] as const] : [])));
  const planned = (plan?.nodes ?? []).flatMap((node): Operator[] => {
    if (!node.id) return [];
    const vertex = live.get(node.id);
    const name = plainName(node.description || vertex?.name || node.operator || node.id);
    return [
      {
        id: node.id,
        name,
        role: roleOf(name),
        parallelism: node.parallelism ?? vertex?.parallelism ?? null,
        inputs: (node.inputs ?? []).flatMap((input) =>
          input.id ? [{ from: input.id, strategy: input.shipStrategy ?? null, exchange: input.exchange ?? null }] : [],
        ),
        live: vertex ? liveOf(vertex) : null,
      },
    ];
  });
  const inPlan = new Set(planned.map(({ id }) => id));
  const alone = [...live].flatMap(([id, vertex]): Operator[] => {
    if (inPlan.has(id)) return [];
    const name = plainName(vertex.name || id);
    const { parallelism = null } = vertex;
    return [{ id, name, role: roleOf(name), parallelism, inputs: [], live: liveOf(vertex) }];
  });
  return soundGraph([...planned, ...alone]);
}
