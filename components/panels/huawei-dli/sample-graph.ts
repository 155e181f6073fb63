/** One operator of a made-up stream. */
export interface SampleOperator {
  id: string;
  name: string;
  parallelism: number;
  inputs: string[];
}

const WIDTH = 5;
const idOf = (n: number) => n.toString(16).padStart(32, "a");

/** `count` operators in layers that branch and join: sources first, sinks last. */
export function sampleOperators(count: number): SampleOperator[] {
  return Array.from({ length: count }, (_, n) => {
    const layer = Math.floor(n / WIDTH);
    const above = (layer - 1) * WIDTH;
    const inputs = layer === 0 ? [] : [...new Set([above + (n % WIDTH), above + ((n * 3) % WIDTH)])];
    const what =
      layer === 0 ? "Source: orders" : n >= count - WIDTH ? "Sink: table" : "Join(joinType=[InnerJoin]) -> Calc";
    return { id: idOf(n), name: `${what}_${n}`, parallelism: (n % 4) + 1, inputs: inputs.map(idOf) };
  });
}

/** Flink's live document of them, as our details hold it. */
export function sampleExecuteGraph(operators: readonly SampleOperator[]): Record<string, unknown> {
  return {
    jid: "4e966f43f2c90b0e1bf3188ecf55504b",
    state: "RUNNING",
    startTime: 1_783_080_067_000,
    endTime: -1,
    now: 1_783_083_667_000,
    timestamps: { CREATED: 1_783_080_067_000, RUNNING: 1_783_080_067_229, FAILED: 0 },
    statusCounts: { RUNNING: operators.length },
    vertices: operators.map(({ id, name, parallelism }, n) => ({
      id,
      name,
      parallelism,
      status: n === 7 ? "DEPLOYING" : "RUNNING",
      startTime: 1_783_080_068_000,
      endTime: -1,
      duration: 3_599_000,
      tasks: n === 7 ? { DEPLOYING: parallelism } : { RUNNING: parallelism, FAILED: 0 },
      metrics: {
        readRecords: n * 1200,
        readBytes: n * 254_400,
        writeRecords: 48_000 - n * 10,
        writeBytes: 8_640_000,
        writeRecordsComplete: n !== 3,
      },
      ...(n === 7 ? {} : { backpressureLevel: n === 4 ? "high" : n === 6 ? "low" : "ok" }),
    })),
    plan: {
      nodes: operators.map(({ id, name, parallelism, inputs }) => ({
        id,
        parallelism,
        description: name,
        inputs: inputs.map((from, num) => ({ num, id: from, shipStrategy: num === 0 ? "FORWARD" : "HASH" })),
      })),
    },
  };
}

/** The same as a definition's plan, in the newer documented shape. */
export function samplePlan(operators: readonly SampleOperator[]): Record<string, unknown> {
  return {
    nodes: operators.map(({ id, name, parallelism, inputs }) => ({
      id,
      parallelism,
      description: name,
      inputs: inputs.map((from, num) => ({ num, id: from, ship_strategy: "HASH" })),
    })),
  };
}
