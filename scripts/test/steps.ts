import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildApp } from "../build/build-app";
import { findChromium } from "../tools/find-chromium";
import { runPackage } from "../tools/run";
import { openTestDatabaseServer } from "../tools/test-database-server";
import { readPlaywrightReport } from "./playwright-report";
import { oneCheck, withExitCode, type Tally } from "./tally";
import { readVitestReport } from "./vitest-report";
import { ROOT } from "../root";

export interface StepContext {
  /** A folder for reports, removed at the end. */
  folder: string;
  /** Ends the build where a signal ends the run. */
  signal: AbortSignal;
  /** Told what has to be ended, and is ended, whatever happens. */
  atEnd(work: () => Promise<void>): void;
  /** Names of the steps before that did not hold. */
  failedSteps: ReadonlySet<string>;
}

export interface Step {
  name: string;
  about: string;
  /** Whether it does without a browser, a database server and a build. */
  quick: boolean;
  /** @throws ToolMissing where a tool cannot be had */
  run(context: StepContext): Promise<Tally>;
}

/** Everything that must hold, in the order in which it is told. */
export const STEPS: readonly Step[] = [
  check("format", "Prettier", "prettier/bin/prettier.cjs", ["--check", "--log-level", "warn", "."]),
  check("lint", "ESLint", "eslint/bin/eslint.js", [".", "--max-warnings", "0"]),
  {
    name: "types",
    about: "TypeScript",
    quick: true,
    async run() {
      // The types of routes and pages are Next's to write, and a fresh checkout has none.
      const written = await runPackage("next/dist/bin/next", ["typegen"], { NEXT_TELEMETRY_DISABLED: "1" });
      const code = written === 0 ? await runPackage("typescript/bin/tsc", ["--noEmit"]) : written;
      return oneCheck(code === 0, "types: tsc found errors");
    },
  },
  {
    name: "borders",
    about: "what may import what",
    quick: true,
    run: async () =>
      oneCheck((await runTypeScript("scripts/check-borders.ts")) === 0, "borders: an import crosses one"),
  },
  vitest("unit", "units, sandboxes, scripts", "unit"),
  vitest("contract", "every vendor's connector against its sandbox", "contract"),
  vitest("database", "store, collector, jobs and API on the embedded database", "database"),
  {
    name: "postgres",
    about: "the same on PostgreSQL",
    quick: false,
    async run(context) {
      const server = await openTestDatabaseServer();
      context.atEnd(server.stop);
      console.log(`PostgreSQL: ${server.about}`);
      return runVitest(context, "postgres", "database", { TEST_ENGINE: "postgres", TEST_DATABASE_URL: server.url });
    },
  },
  {
    name: "build",
    about: "next build",
    quick: false,
    run: async ({ signal }) => oneCheck(await buildApp(signal), "build: next build failed"),
  },
  {
    name: "browser",
    about: "journeys in Chromium, against the build and the sandboxes",
    quick: false,
    async run(context) {
      if (context.failedSteps.has("build")) return oneCheck(false, "browser: there is no build to look at");
      const chromium = await findChromium();
      console.log(`Chromium: ${chromium.version}, ${chromium.source} (${chromium.path})`);
      const report = join(context.folder, "browser.json");
      const code = await runPackage(
        "@playwright/test/cli.js",
        ["test", "--config", "e2e/playwright.config.ts", "--reporter", "list,json"],
        { CHROME_PATH: chromium.path, PLAYWRIGHT_JSON_OUTPUT_NAME: report, NEXT_TELEMETRY_DISABLED: "1" },
      );
      return withExitCode(readReport(report, readPlaywrightReport), code);
    },
  },
];

function check(name: string, about: string, file: string, args: string[]): Step {
  const run = async () => oneCheck((await runPackage(file, args)) === 0, `${name}: ${about} found something`);
  return { name, about, quick: true, run };
}

function vitest(name: string, about: string, project: string): Step {
  const run = (context: StepContext) => runVitest(context, name, project, { TEST_ENGINE: "embedded" });
  return { name, about, quick: true, run };
}

async function runVitest(
  { folder }: StepContext,
  name: string,
  project: string,
  env: Record<string, string>,
): Promise<Tally> {
  const report = join(folder, `${name}.json`);
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runPackage("vitest/vitest.mjs", args, env);
  return withExitCode(
    readReport(report, (text) => readVitestReport(text, ROOT)),
    code,
  );
}

function readReport(file: string, read: (text: string) => Tally): Tally {
  return existsSync(file) ? read(readFileSync(file, "utf8")) : { passed: 0, failed: 0, problems: [] };
}

function runTypeScript(file: string): Promise<number> {
  return runPackage("tsx/dist/cli.mjs", [file]);
}
