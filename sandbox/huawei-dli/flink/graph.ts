import { Random } from "../../kit/random";
import type { Operator } from "./flink-job";

/** The operators of a program in a row, sinks side by side at the end. */
export function chainOf(names: readonly string[], parallelism: number, random: Random): Operator[] {
  const made: Operator[] = [];
  for (const name of names) {
    const type = name.startsWith("Source") ? "Source" : name.startsWith("Sink") ? "Sink" : "Operator";
    const before = [...made].reverse().find((operator) => operator.type !== "Sink");
    made.push({ id: random.hex(32), name, type, parallelism, inputs: before ? [before.id] : [] });
  }
  return made;
}

/** `count` operators in layers that branch and join, for a plan that has to stay legible. */
export function wideGraph(count: number, random: Random): Operator[] {
  const width = 5;
  const made: Operator[] = [];
  for (let n = 0; n < count; n++) {
    const layer = Math.floor(n / width);
    const above = made.slice((layer - 1) * width, layer * width);
    const isSink = n >= count - width && layer > 0;
    const inputs = layer === 0 ? [] : [random.pick(above).id, ...(random.chance(0.4) ? [random.pick(above).id] : [])];
    made.push({
      id: random.hex(32),
      name:
        layer === 0
          ? `Source: topic_${n + 1}`
          : isSink
            ? `Sink: table_${n + 1}`
            : `${random.pick(["Calc", "Join", "Window", "Dedup"])}[${n + 1}]`,
      type: layer === 0 ? "Source" : isSink ? "Sink" : "Operator",
      parallelism: random.pick([1, 2, 4, 8]),
      inputs: [...new Set(inputs)],
    });
  }
  return made;
}

/** `execution_graph` in the newer of the two documented shapes (contract page 5.3, a). */
export function streamGraph(jid: string, name: string, operators: readonly Operator[]): string {
  return JSON.stringify({
    jid,
    name,
    nodes: operators.map((operator) => ({
      id: operator.id,
      parallelism: operator.parallelism,
      operator: "",
      operator_strategy: "",
      description: operator.name,
      chain_operators_id: [operator.id],
      inputs: operator.inputs.map((id, num) => ({ num, id, ship_strategy: "HASH", exchange: "pipelined_bounded" })),
      optimizer_properties: {},
    })),
    operator_list: operators.map((operator) => ({
      id: operator.id,
      name: operator.name,
      type: operator.type,
      contents: operator.name,
      parallelism: operator.parallelism,
      tags: operator.type === "Sink" ? "[SINK]" : operator.type === "Source" ? "[SOURCE]" : "[]",
      input_operators_id: operator.inputs,
    })),
  });
}

/** The older simple shape (contract page 5.3, b). */
export function simpleGraph(operators: readonly Operator[]): string {
  const numbers = new Map(operators.map((operator, index) => [operator.id, index + 1]));
  return JSON.stringify({
    nodes: operators.map((operator) => ({
      id: numbers.get(operator.id),
      operator_id: operator.id,
      type: operator.type,
      contents: operator.name,
      parallelism: operator.parallelism,
      predecessors: operator.inputs.map((id) => ({ id: numbers.get(id) })),
    })),
  });
}

/** The Flink id of a run: 32 hex, another one for each start. */
export const runId = (jobId: number, startTime: number | null) =>
  new Random((jobId * 2654435761 + Math.floor((startTime ?? 0) / 1000)) >>> 0).hex(32);
