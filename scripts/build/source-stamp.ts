import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a build is made of; tests are not. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "proxy.ts",
  "next.config.mjs",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];
const STAMP = ".next/jobwatch-sources";

/** One word for the content of all sources below a root. */
export function sourceStamp(root: string): string {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const file of filesOf(root, source))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update("\0");
  }
  return hash.digest("hex");
}

function filesOf(root: string, path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesOf(root, `${path}/${name}`));
}

/** Notes which sources the build in `.next` was made of. */
export function markBuilt(root: string, stamp: string): void {
  writeFileSync(join(root, STAMP), `${buildId(root)} ${stamp}\n`);
}

/** Whether `.next` holds a build of the sources as they are now. */
export function isBuilt(root: string): boolean {
  const id = buildId(root);
  const file = join(root, STAMP);
  return id !== null && existsSync(file) && readFileSync(file, "utf8").trim() === `${id} ${sourceStamp(root)}`;
}

/** The id of the build in `.next`, whatever it was made of; null where there is none. */
export function buildId(root: string): string | null {
  const file = join(root, ".next/BUILD_ID");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
}
