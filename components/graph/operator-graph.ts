/** What an operator has taken in or given out. `complete: false`: a lower bound. */
export interface Flow {
  records: number | null;
  bytes: number | null;
  complete: boolean;
}

/** What a running engine says of one operator. Times are epoch ms. */
export interface LiveOperator {
  /** The engine's own word. */
  status: string | null;
  startedAt: number | null;
  endedAt: number | null;
  durationMs: number | null;
  /** Tasks by the engine's own words, none of them 0. */
  tasks: [word: string, count: number][];
  read: Flow;
  written: Flow;
  /** `ok`, `low`, `high`; null where it is not told. */
  backpressure: string | null;
}

export interface OperatorInput {
  from: string;
  /** How the rows are dealt out: FORWARD, HASH, REBALANCE, … */
  strategy: string | null;
  exchange: string | null;
}

export interface Operator {
  id: string;
  name: string;
  /** Source, Sink, … where the plan says it. */
  role: string | null;
  parallelism: number | null;
  inputs: OperatorInput[];
  live: LiveOperator | null;
}

/** A stream's operators and what flows between them. */
export interface OperatorGraph {
  operators: Operator[];
}

/**
 * Each id once, and no input from an operator that is not there: a graph can be drawn, whatever a vendor wrote. null where
 * nothing is left to draw.
 */
export function soundGraph(operators: readonly Operator[]): OperatorGraph | null {
  const byId = new Map<string, Operator>();
  for (const operator of operators) if (!byId.has(operator.id)) byId.set(operator.id, operator);
  if (byId.size === 0) return null;
  return {
    operators: [...byId.values()].map((operator) => {
      const inputs = new Map<string, OperatorInput>();
      for (const input of operator.inputs) if (byId.has(input.from)) inputs.set(input.from, input);
      return { ...operator, inputs: [...inputs.values()] };
    }),
  };
}
