import { z } from "zod";

/** Where the servers of one run listen; handed from the set-up to the tests by the environment. */
const World = z.object({
  baseUrl: z.string(),
  sandboxes: z.object({ lake: z.string(), dliNorth: z.string(), datameer: z.string() }),
});
export type World = z.infer<typeof World>;

const VARIABLE = "JOBWATCH_E2E_WORLD";

export function announceWorld(world: World): void {
  process.env[VARIABLE] = JSON.stringify(world);
}

/** @throws where the set-up has not run */
export function theWorld(): World {
  const text = process.env[VARIABLE];
  if (text === undefined) throw new Error("No servers were started: run the tests by e2e/playwright.config.ts.");
  return World.parse(JSON.parse(text));
}
