import type { BenchServer } from "../bench-server";
import type { Figure, Reading } from "../figure";
import { residentBytes } from "../memory";
import { mb, short } from "../report";
import type { Engine } from "../store";
import { dremio } from "../vendors";

const QUESTIONS = [
  "/api/v1/jobs?limit=200",
  "/api/v1/jobs?limit=100&state=failed&owner=owner-7",
  "/api/v1/jobs?limit=100&q=nightly",
  "/api/v1/jobs?limit=100&sort=-durationMs",
  "/api/v1/jobs/facets",
  "/api/v1/connections",
  "/api/v1/timeline",
];
const ASKED = 1_400;
/** Questions under way at any time. */
const AT_ONCE = 8;
const LIMITS = [
  { engine: "embedded", jobs: 200_000, most: 1_200 },
  { engine: "postgres", jobs: 20_000, most: 700 },
] as const satisfies { engine: Engine; jobs: number; most: number }[];

/** What the server's process holds after it has swept a vendor and answered everything that viewers ask. */
export const memory: Figure = {
  name: "memory",
  about: `resident memory of the server after ${ASKED} questions and a vendor's sweeps`,
  needsBuild: true,
  patienceSeconds: 420,
  async run(scenes) {
    const readings: Reading[] = [];
    for (const { engine, jobs, most } of LIMITS) {
      const { connection } = await dremio(scenes, 2);
      const server = await scenes.server(await scenes.store(engine, jobs), { connections: [connection] });
      const before = residentBytes(server.pid);
      await askAll(server);
      const after = residentBytes(server.pid);
      await server.end();
      readings.push({
        what: `${engine}, ${jobs} jobs`,
        value: after / 1e6,
        unit: "MB",
        limit: { atMost: most },
        absolute: `${short(after / before)}× of the ${mb(before)} it began with`,
      });
    }
    return readings;
  },
};

async function askAll(server: BenchServer): Promise<void> {
  let next = 0;
  const ask = async () => {
    while (next < ASKED) await server.get(QUESTIONS[next++ % QUESTIONS.length] ?? "");
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
}
