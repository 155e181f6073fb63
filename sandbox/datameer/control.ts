import { Hono } from "hono";
import { z } from "zod";
import { seedExamples } from "./seed-examples";
import { situations } from "./seed-situations";
import { playScenario, scenarios } from "./scenarios";
import { type DatameerSwitches, datameerSwitches } from "./switches";
import type { World } from "./world";

const PlanChange = z
  .object({
    compileMs: z.number().nonnegative(),
    runMs: z.number().positive(),
    ends: z.enum(["COMPLETED", "COMPLETED_WITH_WARNINGS", "ERROR", "CANCELED"]),
    records: z.number(),
    dropped: z.number(),
    estimate: z.boolean(),
    progressGoesBack: z.boolean(),
  })
  .partial();

const ScenarioBody = z.object({
  scenario: z.string(),
  configurationId: z.number().optional(),
  type: z.enum(["import-job", "workbook", "export-job"]).optional(),
  user: z.string().optional(),
  plan: PlanChange.optional(),
});

/** Doors under `/__sandbox/` beside the kit's own: jobs in one situation, purge, and what there is to choose from. */
export function datameerControl(switches: DatameerSwitches, world: () => World): Hono {
  return new Hono()
    .get("/jobs", (c) => {
      const now = world();
      return c.json({
        artifacts: now.artifacts.map(({ configurationId, fileId, uuid, path, starts, upstream }) => {
          return { configurationId, fileId, uuid, path, starts, upstream };
        }),
        active: now.store.active(),
        scenarios: about(scenarios),
        situations: about(situations),
      });
    })
    .post("/jobs", async (c) => {
      const body = ScenarioBody.safeParse(await c.req.json().catch(() => null));
      if (!body.success) return c.json({ error: body.error.message }, 400);
      try {
        const items = playScenario(body.data, world(), switches);
        return c.json({ ...items[0], items }, 201);
      } catch (error) {
        if (error instanceof RangeError) return c.json({ error: error.message }, 409);
        throw error;
      }
    })
    .delete("/jobs/:executionId{[0-9]+}", (c) => {
      const id = Number(c.req.param("executionId"));
      const found = world().execution(id) !== null;
      world().store.purge(id);
      return found ? c.json({ purged: id }) : c.json({ error: `no execution ${id}` }, 404);
    })
    .get("/switches", (c) => c.json(datameerSwitches))
    .get("/seed-examples", (c) => c.json(seedExamples));
}

function about(table: Record<string, { about: string }>): Record<string, string> {
  return Object.fromEntries(Object.entries(table).map(([name, entry]) => [name, entry.about]));
}
