import type { Server } from "node:http";
import { Hono } from "hono";
import { createSandbox } from "../kit/sandbox-server";
import { WorldClock } from "../kit/world-clock";
import { iamRoutes } from "./auth/iam-routes";
import { batchRoutes } from "./batch/routes";
import { controlDoor } from "./control";
import { flinkRoutes } from "./flink/routes";
import { sqlRoutes } from "./sql/routes";
import { defaultSwitches } from "./switches";
import { Gateway } from "./wire/gateway";
import { DliWorld, type WorldSize } from "./world";

/** `jobs` sets how many jobs the world starts with; what is left out keeps its default. */
export interface DliSandboxOptions {
  seed?: number;
  jobs?: Partial<WorldSize>;
}

const DEFAULT_SIZE: WorldSize = { sql: 320, flink: 27, sparkBatch: 40, arrivals: true };

/** Huawei Cloud DLI with its IAM on one port, not yet listening; see the README beside this file. */
export function createDliSandbox(options: DliSandboxOptions = {}): Server {
  const clock = new WorldClock();
  const switches = defaultSwitches();
  const world = new DliWorld(clock, switches, options.seed ?? 1, { ...DEFAULT_SIZE, ...options.jobs });
  const app = new Hono();
  iamRoutes(app, world);
  const gateway = new Gateway(app, world);
  sqlRoutes(gateway);
  flinkRoutes(gateway);
  batchRoutes(gateway);
  return createSandbox({
    name: "huawei-dli",
    clock,
    app,
    switches,
    reset: () => world.reset(),
    control: controlDoor(world),
  });
}
