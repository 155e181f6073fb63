import * as z from "zod/mini";
import { type Operator, type OperatorGraph, soundGraph } from "@/components/graph/operator-graph";
import { plainName } from "@/components/panels/huawei-dli/plain-name";

const optional = <T extends z.ZodMiniType>(type: T) => z.catch(z.optional(z.nullable(type)), undefined);
const text = optional(z.string());
const count = optional(z.number());
const Id = z.pipe(z.union([z.string(), z.number()]), z.transform(String));

/** Shape a, of 2026: Flink's plan, with a list that knows names and types (contract page 5.3). */
const Plan = z.object({
  nodes: z
    .array(
      z.object({
        id: Id,
        parallelism: count,
        operator: text,
        description: text,
        inputs: optional(z.array(z.object({ id: Id, ship_strategy: text, exchange: text }))),
      }),
    )
    .check(z.minLength(1)),
  operator_list: optional(z.array(z.object({ id: Id, name: text, type: text, contents: text }))),
});

/** Shape b, of 2021: numbered nodes and their predecessors. */
const Simple = z.object({
  nodes: z
    .array(
      z.object({
        id: Id,
        operator_id: text,
        type: text,
        contents: text,
        parallelism: count,
        predecessors: z.array(z.object({ id: Id })),
      }),
    )
    .check(z.minLength(1)),
});

function fromPlan({ nodes, operator_list: list }: z.infer<typeof Plan>): OperatorGraph | null {
  const listed = new Map((list ?? []).map((operator) => [operator.id, operator]));
  return soundGraph(
    nodes.map((node): Operator => {
      const known = listed.get(node.id);
      return {
        id: node.id,
        name: plainName(node.description || known?.name || known?.contents || node.operator || node.id),
        role: known?.type ?? null,
        parallelism: node.parallelism ?? null,
        inputs: (node.inputs ?? []).map((input) => ({
          from: input.id,
          strategy: input.ship_strategy ?? null,
          exchange: input.exchange ?? null,
        })),
        live: null,
      };
    }),
  );
}

function fromSimple({ nodes }: z.infer<typeof Simple>): OperatorGraph | null {
  return soundGraph(
    nodes.map((node): Operator => ({
      id: node.id,
      name: plainName(node.contents || node.operator_id || node.id),
      role: node.type ?? null,
      parallelism: node.parallelism ?? null,
      inputs: node.predecessors.map(({ id }) => ({ from: id, strategy: null, exchange: null })),
      live: null,
    })),
  );
}

/**
 * `execution_graph` of a definition, parsed: nobody publishes its shape, so the two documented neighbours are tried in
 * their order. null: neither, and the text is shown as it is.
 */
export function readExecutionGraph(parsed: unknown): OperatorGraph | null {
  const simple = Simple.safeParse(parsed);
  if (simple.success) return fromSimple(simple.data);
  const plan = Plan.safeParse(parsed);
  return plan.success ? fromPlan(plan.data) : null;
}
