import { describe, expect, it } from "vitest";
import { operatorSentence } from "@/components/graph/operator-words";
import { plainName } from "@/components/panels/huawei-dli/plain-name";
import { readExecuteGraph } from "@/components/panels/huawei-dli/read-execute-graph";
import { readExecutionGraph } from "@/components/panels/huawei-dli/read-execution-graph";
import { DliExecuteGraph, DliFlinkDetails } from "@/lib/contract/details/huawei-dli";
import { FlinkJob } from "@/lib/vendors/huawei-dli/flink/contract";
import { toSnapshot } from "@/lib/vendors/huawei-dli/flink/mapper";
import stopped from "@/lib/vendors/huawei-dli/fixtures/flink-detail-sql-stopped.json";
import live from "@/lib/vendors/huawei-dli/fixtures/flink-execute-graph.json";

function detailsOf(graph: Record<string, unknown>): DliFlinkDetails {
  const document = stopped.job_detail;
  const snapshot = toSnapshot({
    job: FlinkJob.parse(document),
    document,
    executeGraph: graph,
    raw: {},
    consoleUrl: null,
  });
  return DliFlinkDetails.parse(snapshot.details);
}

describe("Flink's live document", () => {
  it("joins the plan's nodes with what their vertices say", () => {
    const { executeGraph } = detailsOf(live.execute_graph);
    const graph = executeGraph && readExecuteGraph(executeGraph);
    const cars = graph?.operators.find(({ name }) => name === "Source: CARS");
    expect(cars).toMatchObject({
      role: "Source",
      parallelism: 1,
      live: {
        status: "RUNNING",
        endedAt: null,
        tasks: [["RUNNING", 1]],
        written: { records: 50, bytes: 0, complete: true },
        backpressure: "ok",
      },
    });
    expect(cars && operatorSentence(cars)).toBe(
      "Source: CARS, running, parallelism 1, received 0 records, 0 B, sent 50 records, 0 B, backpressure none",
    );
  });

  it("without vertices and plan is no graph; with vertices alone they stand unconnected", () => {
    expect(readExecuteGraph(DliExecuteGraph.parse({ jid: "x", state: "RUNNING" }))).toBeNull();
    const alone = readExecuteGraph(DliExecuteGraph.parse({ vertices: [{ id: "v", name: "Map", status: "NEW_WORD" }] }));
    expect(alone?.operators).toMatchObject([
      { id: "v", name: "Map", inputs: [], live: { status: "NEW_WORD", backpressure: null } },
    ]);
  });

  it("marks counts that are not complete", () => {
    const graph = readExecuteGraph(
      DliExecuteGraph.parse({ vertices: [{ id: "v", metrics: { readRecords: 5, readRecordsComplete: false } }] }),
    );
    const [only] = graph?.operators ?? [];
    expect(only?.live?.read).toEqual({ records: 5, bytes: null, complete: false });
    expect(only && operatorSentence(only)).toContain("received at least 5 records");
  });
});

describe("a definition's plan", () => {
  it("is read in the newer shape, names from its list", () => {
    const graph = readExecutionGraph({
      jid: "j",
      nodes: [
        { id: "a", parallelism: 2, description: "", inputs: [] },
        {
          id: "b",
          parallelism: 1,
          description: "Sink: out -&gt; x",
          inputs: [{ num: 0, id: "a", ship_strategy: "HASH" }],
        },
      ],
      operator_list: [{ id: "a", name: "kafka", type: "Source" }],
    });
    expect(graph?.operators).toMatchObject([
      { id: "a", name: "kafka", role: "Source", parallelism: 2 },
      { id: "b", name: "Sink: out -> x", inputs: [{ from: "a", strategy: "HASH" }] },
    ]);
  });

  it("is read in the older shape, where ids are numbers", () => {
    const graph = readExecutionGraph({
      nodes: [
        { id: 1, operator_id: "x", type: "Source", contents: "kafkaSource", parallelism: 1, predecessors: [] },
        { id: 2, type: "Sink", contents: "out", parallelism: 1, predecessors: [{ id: 1 }] },
      ],
    });
    expect(graph?.operators.map(({ id, name, inputs }) => [id, name, inputs.map(({ from }) => from)])).toEqual([
      ["1", "kafkaSource", []],
      ["2", "out", ["1"]],
    ]);
  });

  it.each([[null], ["xxx"], [[]], [{ nodes: [] }], [{ nodes: "x" }], [{ nodes: [{ name: "without an id" }] }]])(
    "%j is none that we can draw",
    (parsed) => expect(readExecutionGraph(parsed)).toBeNull(),
  );
});

it("names are plain text, whatever Flink escaped", () => {
  expect(plainName("Source: A -&gt; Map&lt;br/&gt;&#40;x&#41; &bogus;")).toBe("Source: A -> Map (x) &bogus;");
});
