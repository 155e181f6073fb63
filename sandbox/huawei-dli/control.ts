import { Hono } from "hono";
import { batchScenario } from "./batch/scenarios";
import { flinkScenario } from "./flink/scenarios";
import { JobWish } from "./job-wish";
import { sqlScenario } from "./sql/scenarios";
import type { DliWorld } from "./world";

/** `POST /__sandbox/jobs` makes a job and answers `{id}` (201); `DELETE /__sandbox/jobs/:kind/:id` purges one. */
export function controlDoor(world: DliWorld): Hono {
  const door = new Hono();
  door.post("/jobs", async (c) => {
    const wish = JobWish.safeParse(await c.req.json().catch(() => null));
    if (!wish.success) return c.json({ error: wish.error.message }, 400);
    try {
      return c.json({ id: make(world, wish.data) }, 201);
    } catch (error) {
      if (error instanceof RangeError) return c.json({ error: error.message }, 400);
      throw error;
    }
  });
  door.delete("/jobs/:kind/:id", (c) => {
    const { kind, id } = c.req.param();
    const gone =
      kind === "sql"
        ? world.sql.delete(id)
        : kind === "flink"
          ? world.flink.delete(Number(id))
          : kind === "spark-batch" && world.batches.delete(id);
    return gone ? c.json({ id }) : c.json({ error: `no ${kind} job ${id}` }, 404);
  });
  return door;
}

function make(world: DliWorld, wish: JobWish): string {
  const now = world.clock.now();
  world.begin();
  switch (wish.kind) {
    case "sql": {
      const job = sqlScenario(world.random, wish, now);
      world.sql.set(job.id, job);
      return job.id;
    }
    case "flink": {
      const job = flinkScenario(world.random, wish, now, world.freeFlinkId());
      world.flink.set(job.id, job);
      return String(job.id);
    }
    case "spark-batch": {
      const batch = batchScenario(world.random, wish, now);
      world.batches.set(batch.id, batch);
      return batch.id;
    }
  }
}
