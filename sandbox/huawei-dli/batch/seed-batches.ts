import type { Random } from "../../kit/random";
import type { Batch } from "./batch";
import { makeBatch } from "./make-batch";

/** The mean pause between two batches: with lives of ten minutes about ten are alive. */
export const BATCH_ARRIVAL_MS = 60_000;

/** `count` batches: the newest as they arrive, the older ones ever further apart. */
export function seedBatches(random: Random, now: number, count: number): Batch[] {
  const made = Array.from({ length: count }, (_, nth) => {
    const age = nth < 20 ? nth * BATCH_ARRIVAL_MS : Math.round(20 * BATCH_ARRIVAL_MS * (1 + (nth - 20) / 5) ** 2);
    return makeBatch(random, now - age - random.int(0, BATCH_ARRIVAL_MS));
  });
  return made.reverse();
}
