import { describe, expect, it } from "vitest";
import { NODE_HEIGHT, NODE_WIDTH, layoutGraph, topologyOf } from "@/components/graph/layout-graph";
import { type Operator, soundGraph } from "@/components/graph/operator-graph";
import { readExecuteGraph } from "@/components/panels/huawei-dli/read-execute-graph";
import { sampleExecuteGraph, sampleOperators } from "@/components/panels/huawei-dli/sample-graph";
import { DliExecuteGraph } from "@/lib/contract/details/huawei-dli";

const operator = (id: string, ...from: string[]): Operator => ({
  id,
  name: id,
  role: null,
  parallelism: 1,
  inputs: from.map((one) => ({ from: one, strategy: null, exchange: null })),
  live: null,
});

describe("a layout", () => {
  it("of 60 operators overlaps nowhere and flows from left to right", () => {
    const graph = readExecuteGraph(DliExecuteGraph.parse(sampleExecuteGraph(sampleOperators(60))));
    if (!graph) throw new Error("The sample is a graph.");
    const { at } = layoutGraph(graph);
    const boxes = graph.operators.map(({ id }) => at.get(id) ?? { x: NaN, y: NaN });
    const overlapping = boxes.flatMap((a, i) =>
      boxes.slice(i + 1).filter((b) => Math.abs(a.x - b.x) < NODE_WIDTH && Math.abs(a.y - b.y) < NODE_HEIGHT),
    );
    expect(overlapping).toEqual([]);
    for (const { id, inputs } of graph.operators) {
      for (const { from } of inputs) expect(at.get(from)?.x).toBeLessThan(at.get(id)?.x ?? NaN);
    }
  });

  it("survives a cycle and an operator that feeds itself", () => {
    const graph = soundGraph([operator("a", "b"), operator("b", "a", "b")]);
    expect(graph && layoutGraph(graph).at.size).toBe(2);
    expect(graph && layoutGraph(graph).sources.top).toBe(0);
  });

  it("knows where its sources stand", () => {
    const graph = soundGraph([operator("a"), operator("b"), operator("c", "a", "b")]);
    if (!graph) throw new Error("It is a graph.");
    const { at, sources } = layoutGraph(graph);
    const tops = ["a", "b"].map((id) => at.get(id)?.y ?? NaN);
    expect(sources).toEqual({ top: Math.min(...tops), bottom: Math.max(...tops) + NODE_HEIGHT });
  });
});

describe("a graph", () => {
  it("has each operator once, and inputs only from its own", () => {
    const graph = soundGraph([operator("a"), operator("a", "b"), operator("b", "a", "gone", "a")]);
    expect(graph?.operators.map(({ id, inputs }) => [id, inputs.map(({ from }) => from)])).toEqual([
      ["a", []],
      ["b", ["a"]],
    ]);
    expect(soundGraph([])).toBeNull();
  });

  it("has the same topology whatever its figures are", () => {
    const one = [operator("a"), operator("b", "a")];
    const other = one.map((row) => ({ ...row, parallelism: 9, name: "renamed" }));
    expect(topologyOf({ operators: other })).toBe(topologyOf({ operators: one }));
    expect(topologyOf({ operators: [operator("a"), operator("b")] })).not.toBe(topologyOf({ operators: one }));
  });
});
