import type { Random } from "../kit/random";
import type { Step } from "./job";
import { cancelledBy, drawPlanningError, drawRunningError, drawSystemCancel, queueFull, queueTimeout } from "./reasons";
import type { Flavor } from "./switches";

/** A life that is about to be lived: its steps, and what is said at its end. */
export interface Life {
  steps: Step[];
  errorMessage?: string;
  cancellationReason?: string;
}

/** What may slow a life down for a minute or two, so that somebody who looks sees the short states too. */
const LINGERINGS = [
  "NOT_SUBMITTED",
  "PENDING",
  "METADATA_RETRIEVAL",
  "PLANNING",
  "ENGINE_START",
  "ENQUEUED",
  "EXECUTION_PLANNING",
  "STARTING",
  "INVALID_STATE",
] as const;

/** Draws how one job lives and ends, by the timings of the vendors' document, section 8 (ms, ±30 %). */
export function drawLife(random: Random, flavor: Flavor, queue: string | null, user: string): Life {
  const fate = random.next();
  if (fate < 0.03)
    return { steps: [...preparing(random).slice(0, 2), ["FAILED", 0]], errorMessage: drawPlanningError(random) };
  if (queue !== null && fate < 0.05) return starved(random, queue);
  const start = queue === null ? preparing(random) : [...preparing(random), ...granted(random, flavor)];
  const before = linger(random, flavor, start);
  const running = runningTime(random);
  if (fate < 0.11)
    return { steps: [...before, ["RUNNING", running], ["FAILED", 0]], errorMessage: drawRunningError(random) };
  if (fate < 0.18) return cancelled(random, before, running, user);
  if (fate < 0.22) return reattempted(random, before, running);
  return { steps: [...before, ["RUNNING", running], ["COMPLETED", 0]] };
}

/** The phases before resources are asked for. */
export function preparing(random: Random): Step[] {
  return [
    ["PENDING", about(random, 20)],
    ["METADATA_RETRIEVAL", about(random, 150)],
    ["PLANNING", about(random, 300)],
  ];
}

/** Engine, queue, and the two short phases before executors work. Community never starts engines (3.2). */
export function granted(random: Random, flavor: Flavor): Step[] {
  const cold: Step[] = flavor !== "community" && random.chance(0.05) ? [["ENGINE_START", about(random, 60_000)]] : [];
  return [
    ...cold,
    ["QUEUED", queueWait(random)],
    ["EXECUTION_PLANNING", about(random, 10)],
    ["STARTING", about(random, 30)],
  ];
}

function queueWait(random: Random): number {
  if (random.chance(0.7)) return random.int(10, 500);
  return random.chance(0.7) ? random.int(1_000, 20_000) : random.int(20_000, 240_000);
}

function runningTime(random: Random): number {
  if (random.chance(0.3)) return random.int(1_000, 20_000);
  return random.chance(0.6) ? random.int(20_000, 300_000) : random.int(300_000, 1_800_000);
}

/** Starved in its queue: the workload manager cancels it, which is not a failure (3.4 b). */
function starved(random: Random, queue: string): Life {
  const full = random.chance(0.3);
  return {
    steps: [...preparing(random), ["QUEUED", full ? about(random, 20) : 300_000], ["CANCELED", 0]],
    cancellationReason: full ? queueFull(queue) : queueTimeout(queue, 300),
  };
}

/** Half by the system; now and then the request itself shows for a while. */
function cancelled(random: Random, before: Step[], running: number, user: string): Life {
  const asked: Step[] = random.chance(0.5) ? [["CANCELLATION_REQUESTED", random.int(10_000, 90_000)]] : [];
  const byUser = random.chance(0.5) && user !== "$dremio$";
  return {
    steps: [...before, ["RUNNING", running], ...asked, ["CANCELED", 0]],
    cancellationReason: byUser ? cancelledBy(user) : drawSystemCancel(random),
  };
}

/** Out of memory once: FAILED for some seconds, then PENDING again with more memory (3.4 d). */
function reattempted(random: Random, before: Step[], running: number): Life {
  return {
    steps: [
      ...before,
      ["RUNNING", about(random, 20_000)],
      ["FAILED", random.int(500, 4_000)],
      ...preparing(random),
      ["QUEUED", about(random, 200)],
      ["EXECUTION_PLANNING", 10],
      ["STARTING", 30],
      ["RUNNING", running],
      ["COMPLETED", 0],
    ],
    errorMessage:
      "OUT_OF_MEMORY ERROR: Query was cancelled because it exceeded the memory limits set by the administrator.",
  };
}

function linger(random: Random, flavor: Flavor, steps: Step[]): Step[] {
  if (!random.chance(0.35)) return steps;
  const state = random.pick(LINGERINGS);
  const ms = random.int(20_000, 120_000);
  if (steps.some(([name]) => name === state)) return steps.map(([name, was]) => [name, name === state ? ms : was]);
  if (state === "NOT_SUBMITTED") return [[state, ms], ...steps];
  if (state === "INVALID_STATE") return [...steps, [state, ms]];
  const queued = steps.findIndex(([name]) => name === "QUEUED");
  if (queued < 0 || (state === "ENGINE_START" && flavor === "community")) return steps;
  return [...steps.slice(0, queued), [state, ms], ...steps.slice(queued)];
}

function about(random: Random, ms: number): number {
  return Math.round(ms * (0.7 + random.next() * 0.6));
}
