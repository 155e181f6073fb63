import { setTimeout as sleep } from "node:timers/promises";
import type { BenchServer } from "../bench-server";
import type { Figure } from "../figure";
import { ms } from "../report";
import { p50, percentile } from "../statistics";
import { makeStore } from "../store";
import { control, dremio, type Vendor } from "../vendors";

const POLL_SECONDS = 5;
const JOBS = 60;
/** Each job's words, and how long it stays in them. */
const LIFE = [
  { state: "QUEUED", ms: 7_300 },
  { state: "RUNNING", ms: 8_700 },
  { state: "COMPLETED", ms: 0 },
];
const LIST = "/api/v1/jobs?limit=200";

/** How old what is shown is: from the moment at which a vendor's word changes to the answer that says so. */
export const freshness: Figure = {
  name: "freshness",
  about: `age of what the list shows, with an interval of ${POLL_SECONDS} s`,
  needsBuild: true,
  patienceSeconds: 150,
  async run(scenes) {
    const vendor = await dremio(scenes, POLL_SECONDS);
    const store = await makeStore({
      engine: "embedded",
      jobs: 0,
      dataDir: scenes.newFolder("freshness"),
      postgres: scenes.postgres,
    });
    const server = await scenes.server(store, { connections: [vendor.connection] });
    // The first sweep looks back 30 days: an operator who starts a server waits for that once.
    while ((await shown(server)).size === 0) await sleep(200);
    const ages = await agesOf(server, vendor);
    const interval = POLL_SECONDS * 1000;
    const facts = `p50 ${ms(p50(ages))}, ${ages.length} changes`;
    return [
      {
        what: "p99 of the age over the interval",
        value: percentile(ages, 0.99) / interval,
        limit: { atMost: 2 },
        absolute: `${ms(percentile(ages, 0.99))} over ${ms(interval)}; ${facts}`,
      },
    ];
  },
};

async function agesOf(server: BenchServer, vendor: Vendor): Promise<number[]> {
  const due = new Map<string, number[]>();
  const adding = (async () => {
    for (let n = 0; n < JOBS; n++) {
      const asked = Date.now();
      const made = await control<{ id: string }>(vendor.sandbox, "POST", "/jobs", { phases: LIFE });
      const madeAt = (asked + Date.now()) / 2;
      due.set(made.id, [madeAt, madeAt + 7_300, madeAt + 16_000]);
      await sleep(300 + Math.random() * 600);
    }
  })();
  const ages: number[] = [];
  const seen = new Map<string, number>();
  const wanted = JOBS * LIFE.length;
  const until = Date.now() + 90_000;
  while (ages.length < wanted) {
    if (Date.now() > until) throw new Error(`${wanted - ages.length} changes of ${wanted} were never shown`);
    const list = await shown(server);
    const now = Date.now();
    for (const [id, instants] of due) {
      const step = LIFE.findIndex(({ state }) => state === list.get(id));
      for (let next = seen.get(id) ?? 0; next <= step; next++) {
        ages.push(Math.max(0, now - (instants[next] ?? now)));
        seen.set(id, next + 1);
      }
    }
    await sleep(60);
  }
  await adding;
  return ages;
}

/** The vendor's word of each job on the list's first page. */
async function shown(server: BenchServer): Promise<Map<string, string>> {
  const { body } = await server.get(LIST);
  const { items } = JSON.parse(body.toString()) as { items: { id: string; vendorState: string }[] };
  return new Map(items.map(({ id, vendorState }) => [id, vendorState]));
}
