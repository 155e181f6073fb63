import { z } from "zod";

/** What the control door takes to make one job in one situation. */
export const JobWish = z.object({
  kind: z.enum(["sql", "flink", "spark-batch"]),
  scenario: z.string(),
  /** How long ago it was submitted, or how long it has been in its state. */
  ageMs: z.number().min(0).optional(),
  /** How long it runs; a scenario has its own default. */
  durationMs: z.number().min(1).optional(),
  /** Subjobs, operators or log lines. */
  count: z.number().int().min(0).max(5000).optional(),
  /** The state or word that the scenario is about. */
  status: z.string().optional(),
  owner: z.string().optional(),
  queue: z.string().optional(),
  name: z.string().optional(),
  statement: z.string().optional(),
  message: z.string().optional(),
  tags: z.array(z.object({ key: z.string(), value: z.string() })).optional(),
});
export type JobWish = z.infer<typeof JobWish>;
