import { Hono } from "hono";
import { z } from "zod";
import { phaseAt } from "./job";
import { jobFor, SCENARIOS } from "./scenarios";
import { SEED_IDS } from "./seed-jobs";
import type { World } from "./world";

const WishBody = z.object({
  scenario: z.string().default("slow-run"),
  id: z
    .string()
    .regex(/^[0-9a-zA-Z-]{1,64}$/)
    .optional(),
  sql: z.string().optional(),
  phases: z
    .array(z.object({ state: z.string(), ms: z.number().nonnegative() }))
    .min(1)
    .optional(),
  user: z.string().optional(),
  queue: z.string().nullable().optional(),
  queryType: z.string().optional(),
  rows: z.number().int().nonnegative().optional(),
  errorMessage: z.string().optional(),
  cancellationReason: z.string().optional(),
  ageMs: z.number().nonnegative().optional(),
});

/** `POST /__sandbox/jobs` makes a job in one situation, `GET` counts the world, `DELETE /__sandbox/jobs/{id}` purges one. */
export function controlDoor(world: World): Hono {
  const door = new Hono();
  door.get("/jobs", (c) => {
    const states = world.census(world.advance());
    return c.json({
      states,
      scenarios: [...Object.keys(SCENARIOS), ...Object.keys(SEED_IDS).map((name) => `seed-${name}`)],
    });
  });
  door.post("/jobs", async (c) => {
    const wish = WishBody.safeParse(await c.req.json().catch(() => ({})));
    if (!wish.success) return c.json({ error: wish.error.message }, 400);
    const now = world.advance();
    const job = jobFor(wish.data, world.random, now, world.switches.flavor);
    if (!job)
      return c.json(
        { error: `no scenario ${wish.data.scenario}; there are ${Object.keys(SCENARIOS).join(", ")}` },
        400,
      );
    world.add(job);
    return c.json({ id: job.id, state: phaseAt(job, now).state }, 201);
  });
  door.delete("/jobs/:id", (c) => {
    const known = world.jobs.delete(c.req.param("id"));
    return c.json({ purged: known }, known ? 200 : 404);
  });
  return door;
}
