import { setTimeout as sleep } from "node:timers/promises";
import type { Figure, Reading } from "../figure";
import type { Scenes } from "../scenes";
import { makeStore } from "../store";
import { callsOf, dremio, forgetCalls, stillDatameer, stillDli, type Vendor } from "../vendors";
import { startViewers } from "../viewers";

const WINDOW_MS = 30_000;
const VIEWERS = [0, 1, 50];

/**
 * What viewers cost the vendors: nothing. Three servers at once, each with vendors of its own that nothing happens at, so
 * that they differ by their viewers alone. A window begins half an interval after a vendor's first sweep: none of its
 * edges falls into one.
 */
export const vendorCalls: Figure = {
  name: "vendor-calls",
  about: `calls that reach the vendors in ${WINDOW_MS / 1000} s, with ${VIEWERS.join(", ")} viewers`,
  needsBuild: true,
  patienceSeconds: 180,
  async run(scenes) {
    const stacks = await Promise.all(VIEWERS.map((viewers) => measured(scenes, viewers)));
    const [alone, ...watched] = stacks;
    if (!alone) return [];
    return watched.map(({ viewers, calls, answers }): Reading => {
      const differences = Object.keys(calls).map((vendor) =>
        Math.abs((calls[vendor] ?? 0) - (alone.calls[vendor] ?? 0)),
      );
      return {
        what: `${viewers} viewers against none, most of any vendor`,
        value: Math.max(...differences),
        unit: "calls",
        limit: { atMost: 2 },
        absolute: `${told(calls)} against ${told(alone.calls)}; the viewers had ${answers} answers`,
      };
    });
  },
};

async function measured(scenes: Scenes, viewers: number) {
  const vendors = [await dremio(scenes, 15), await stillDli(scenes, 5), await stillDatameer(scenes, 5)];
  const dataDir = scenes.newFolder(`viewers-${viewers}`);
  const store = await makeStore({ engine: "embedded", jobs: 0, dataDir, postgres: scenes.postgres });
  const server = await scenes.server(store, { connections: vendors.map(({ connection }) => connection) });
  const counting = vendors.map(async (vendor) => [vendor.connection.vendor, await callsInWindow(vendor)] as const);
  const watching = startViewers(server, viewers);
  const calls = Object.fromEntries(await Promise.all(counting));
  return { viewers, calls, answers: await watching.stop() };
}

async function callsInWindow({ sandbox, connection }: Vendor): Promise<number> {
  while ((await callsOf(sandbox)) === 0) await sleep(50);
  await sleep(connection.pollSeconds * 500 + (connection.pollSeconds < 10 ? connection.pollSeconds * 1000 : 0));
  await forgetCalls(sandbox);
  await sleep(WINDOW_MS);
  const calls = await callsOf(sandbox);
  if (calls === 0) throw new Error(`no call reached ${connection.vendor}`);
  return calls;
}

function told(calls: Record<string, number>): string {
  return Object.entries(calls)
    .map(([vendor, count]) => `${vendor} ${count}`)
    .join(", ");
}
