import { setTimeout as sleep } from "node:timers/promises";
import { buildId, isBuilt } from "../build/source-stamp";
import { ROOT } from "../root";
import { ToolMissing } from "../tools/tool-missing";
import { holds, type Figure, type Reading } from "./figure";
import { FIGURES } from "./figures";
import { closeKept } from "./http-get";
import { line } from "./report";
import { Scenes } from "./scenes";

/** `npm run bench`: every figure; `npm run bench -- <name> …`: those. Exit code 1 where a limit is broken. */
const ALL_WITHIN_MS = 40 * 60_000;
const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const unknown = wanted.filter((name) => !FIGURES.some((figure) => figure.name === name));
if (unknown.length > 0) {
  console.error(`There is no figure ${unknown.join(", ")}; there are ${FIGURES.map(({ name }) => name).join(", ")}.`);
  process.exit(1);
}
const figures = FIGURES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (figures.some(({ needsBuild }) => needsBuild)) {
  if (buildId(ROOT) === null) {
    console.error("There is no build yet: run npm run build first.");
    process.exit(1);
  }
  if (!isBuilt(ROOT))
    console.warn("The build in .next is not of the sources as they are now: npm run build renews it.");
}

const scenes = new Scenes();
let interrupted = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (interrupted) return;
    interrupted = true;
    void scenes.end().finally(() => process.exit(1));
  });
}

const began = performance.now();
const results: { figure: Figure; readings: Reading[]; problem: string | null }[] = [];
for (const [index, figure] of figures.entries()) {
  console.log(`\n=== [${index + 1}/${figures.length}] ${figure.name}: ${figure.about}\n`);
  const started = performance.now();
  const left = Math.max(0, Math.min(figure.patienceSeconds * 1000, ALL_WITHIN_MS - (started - began)));
  const result = await measure(figure, left);
  if (interrupted) await new Promise(() => {});
  await scenes.endFigure();
  results.push({ figure, ...result });
  for (const reading of result.readings) console.log(line(reading));
  if (result.problem !== null) console.log(`FAIL  ${result.problem}`);
  console.log(`\n--- ${figure.name}: ${Math.round((performance.now() - started) / 1000)} s`);
}
closeKept();
await scenes.end();

console.log("\n=== summary\n");
let failed = 0;
for (const { figure, readings, problem } of results) {
  const broken = readings.filter((reading) => !holds(reading));
  const bad = problem !== null || broken.length > 0;
  if (bad) failed += 1;
  console.log(`${bad ? "FAIL" : "PASS"}  ${figure.name}`);
  for (const reading of broken) console.log(`      ${line(reading)}`);
  if (problem !== null) console.log(`      ${problem}`);
}
const minutes = ((performance.now() - began) / 60_000).toFixed(1);
console.log(`\n${results.length - failed} held, ${failed} did not (${minutes} min)`);
process.exit(failed === 0 ? 0 : 1);

async function measure(figure: Figure, withinMs: number): Promise<{ readings: Reading[]; problem: string | null }> {
  const stop = new AbortController();
  const tooLong = sleep(withinMs, null, { signal: stop.signal }).then(() => {
    throw new Error(`not measured within ${Math.round(withinMs / 1000)} s`);
  });
  try {
    return { readings: await Promise.race([figure.run(scenes), tooLong]), problem: null };
  } catch (error) {
    if (error instanceof ToolMissing) {
      return { readings: [], problem: `${error.message} This mends it: ${error.remedy}` };
    }
    return { readings: [], problem: error instanceof Error ? error.message : String(error) };
  } finally {
    stop.abort();
    tooLong.catch(() => {});
  }
}
