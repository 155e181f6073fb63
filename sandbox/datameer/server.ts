import type { Server } from "node:http";
import { createSandbox } from "../kit/sandbox-server";
import { WorldClock } from "../kit/world-clock";
import { datameerApp } from "./app";
import { datameerControl } from "./control";
import { type DatameerSwitches, defaultSwitches } from "./switches";
import { World } from "./world";

export interface DatameerSandboxOptions {
  /** The same seed gives the same artifacts, plans and ids. */
  seed?: number;
  /** IANA zone in which the server writes its times; Asia/Shanghai by default. */
  timeZone?: string;
  version?: DatameerSwitches["version"];
  /** 30 by default; 5,000 are fine. */
  artifacts?: number;
  /** Past runs of each artifact, 40 by default; they are drawn when asked for. */
  runsPerArtifact?: number;
  /** About how many executions are active at any time, 8 by default. */
  active?: number;
  /** When the world begins, epoch milliseconds; now by default. */
  startAt?: number;
  clock?: WorldClock;
  switches?: Partial<DatameerSwitches>;
}

/** A Datameer server for one process, on no port yet: pass it to the kit's `listen`. */
export function createDatameerSandbox(options: DatameerSandboxOptions = {}): Server {
  const { seed = 1, artifacts = 30, runsPerArtifact = 40, active = 8 } = options;
  const clock = options.clock ?? clockFrom(options.startAt);
  const switches = defaultSwitches(options.switches);
  if (options.timeZone) switches.timeZone = options.timeZone;
  if (options.version) switches.version = options.version;

  const build = () => new World({ seed, artifacts, runsPerArtifact, active }, switches, clock.now());
  let world = build();
  let played = { situation: switches.seedSituation, timeZone: switches.timeZone };
  const current = () => {
    // A situation's times are wall times, so another zone makes other instants of them.
    const moved = switches.seedSituation !== null && switches.timeZone !== played.timeZone;
    if (switches.seedSituation !== played.situation || moved) reset();
    world.advance(clock.now());
    return world;
  };
  const reset = () => {
    world = build();
    played = { situation: switches.seedSituation, timeZone: switches.timeZone };
  };
  return createSandbox({
    name: "datameer",
    clock,
    app: datameerApp(switches, current),
    switches,
    reset,
    control: datameerControl(switches, current),
  });
}

function clockFrom(startAt: number | undefined): WorldClock {
  const booted = Date.now();
  return startAt === undefined ? new WorldClock() : new WorldClock(() => startAt + Date.now() - booted);
}
