import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../root";

/** The folders whose imports are held to the borders. */
const FOLDERS = ["app", "components", "lib", "sandbox", "scripts", "e2e"];

const CRUISER = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
const RULES = join(ROOT, ".dependency-cruiser.mjs");

export interface Breach {
  rule: string;
  from: string;
  to: string;
  /** The files between, for a cycle or a border that is reached through others; empty for a direct import. */
  via: string[];
}

export interface Cruise {
  /** How many TypeScript files were read. */
  files: number;
  /** How many imports they hold together. */
  imports: number;
  breaches: Breach[];
}

/** One line per breach. A cruiser that cannot read TypeScript finds none either, so nothing read is a complaint too. */
export function complaints({ files, imports, breaches }: Cruise): string[] {
  if (files === 0 || imports === 0) return [`Nothing was cruised (${files} files, ${imports} imports).`];
  return breaches.map(({ rule, from, to, via }) => `${rule}: ${from} → ${via.length > 0 ? via.join(" → ") : to}`);
}

interface CruiserReport {
  modules: { source: string; dependencies: unknown[] }[];
  summary: {
    violations: {
      rule: { name: string };
      from: string;
      to: string;
      cycle?: { name: string }[];
      via?: { name: string }[];
    }[];
  };
}

/**
 * Follows the imports of a tree of this project's shape, by this project's rules.
 * @throws where dependency-cruiser itself cannot run
 */
export async function cruiseBorders(root: string): Promise<Cruise> {
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)));
  if (folders.length === 0) return { files: 0, imports: 0, breaches: [] };
  const report = await run(root, folders);
  const ours = report.modules.filter(({ source }) => /\.[cm]?tsx?$/.test(source) && !source.includes("node_modules/"));
  return {
    files: ours.length,
    imports: ours.reduce((sum, module) => sum + module.dependencies.length, 0),
    breaches: report.summary.violations.map(({ rule, from, to, cycle, via }) => ({
      rule: rule.name,
      from,
      to,
      via: (cycle ?? via ?? []).map(({ name }) => name),
    })),
  };
}

function run(root: string, folders: string[]): Promise<CruiserReport> {
  const args = [CRUISER, "--config", RULES, "--output-type", "json", ...folders];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 512 * 1024 * 1024 }, (error, stdout, stderr) => {
      // Its exit code is the number of breaches, so only an unreadable report says that it did not run.
      try {
        resolve(JSON.parse(stdout) as CruiserReport);
      } catch {
        reject(new Error(`dependency-cruiser did not run: ${stderr.trim() || error?.message || stdout.trim()}`));
      }
    });
  });
}
