import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STEPS, type StepContext } from "./test/steps";
import { exitCode, lastLine, oneCheck, sum, type Tally } from "./test/tally";
import { endRunning } from "./tools/run";
import { ToolMissing } from "./tools/tool-missing";

/** `npm test`: every step. `--quick`: those that need no browser, no database server and no build. Or steps by name. */
const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const quick = process.argv.includes("--quick");
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(", ")}; there are ${STEPS.map(({ name }) => name).join(", ")}.`);
  process.exit(1);
}
const steps = STEPS.filter((step) => (wanted.length > 0 ? wanted.includes(step.name) : step.quick || !quick));

const folder = mkdtempSync(join(tmpdir(), "jobwatch-test-"));
const endings: (() => Promise<void>)[] = [];
const failedSteps = new Set<string>();
const abort = new AbortController();
const context: StepContext = { folder, signal: abort.signal, failedSteps, atEnd: (work) => endings.push(work) };
const results: { name: string; tally: Tally; seconds: number }[] = [];
let interrupted = false;

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    interrupted = true;
    abort.abort();
    endRunning();
  });
}

for (const [index, step] of steps.entries()) {
  if (interrupted) break;
  console.log(`\n=== [${index + 1}/${steps.length}] ${step.name}: ${step.about}\n`);
  const start = Date.now();
  const tally = await step.run(context).catch(failure(step.name));
  if (tally.failed > 0) failedSteps.add(step.name);
  const seconds = Math.round((Date.now() - start) / 1000);
  results.push({ name: step.name, tally, seconds });
  console.log(`\n--- ${step.name}: ${lastLine(tally)} (${seconds} s)`);
}

for (const end of endings.toReversed()) await end().catch((error: unknown) => console.error(error));
rmSync(folder, { recursive: true, force: true });

const total = sum([
  ...results.map(({ tally }) => tally),
  ...(interrupted ? [oneCheck(false, "the run was interrupted")] : []),
]);
console.log("\n=== summary\n");
for (const { name, tally, seconds } of results) {
  console.log(`${tally.failed > 0 ? "FAIL" : "ok  "} ${name.padEnd(10)} ${lastLine(tally)} (${seconds} s)`);
  for (const problem of tally.problems) console.log(`       ${problem}`);
}
console.log(`\n${lastLine(total)}`);
process.exit(exitCode(total));

function failure(name: string): (error: unknown) => Tally {
  return (error) => {
    if (error instanceof ToolMissing) {
      console.error(`${error.message}\nThis mends it: ${error.remedy}`);
      return oneCheck(false, `${name}: ${error.message} This mends it: ${error.remedy}`);
    }
    console.error(error);
    return oneCheck(false, `${name}: ${error instanceof Error ? error.message : String(error)}`);
  };
}
