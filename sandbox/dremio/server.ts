import type { Server } from "node:http";
import { createSandbox } from "../kit/sandbox-server";
import { WorldClock } from "../kit/world-clock";
import { Sessions } from "./accounts";
import { dremioApi } from "./api";
import { controlDoor } from "./control";
import { RateLimits } from "./rate-limits";
import { Results } from "./results";
import { defaultSwitches, type Flavor } from "./switches";
import { World, type WorldSize } from "./world";

/** What a sandbox may be made with. */
export interface DremioSandboxOptions {
  /** The same seed draws the same world. */
  seed?: number;
  flavor?: Flavor;
  /** How many jobs have ended, and about how many are alive at any time. 0 alive: nothing arrives by itself. */
  jobs?: WorldSize;
}

/** A Dremio of one's own, not yet listening. Its README lists accounts, switches and scenarios. */
export function createDremioSandbox(options: DremioSandboxOptions = {}): Server {
  const clock = new WorldClock();
  const switches = defaultSwitches(options.flavor ?? "enterprise");
  const world = new World(clock, switches, options.seed ?? 2013, options.jobs ?? { past: 2_000, alive: 40 });
  const results = new Results(world);
  const sessions = new Sessions(switches);
  const limits = new RateLimits();
  return createSandbox({
    name: "dremio",
    clock,
    switches,
    app: dremioApi({ world, results, sessions, limits }),
    control: controlDoor(world),
    reset() {
      world.reset();
      results.clear();
      sessions.clear();
      limits.clear();
    },
  });
}
