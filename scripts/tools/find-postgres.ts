import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { findInPath, isProgram } from "./find-programs";
import { installCommand, installPackage, type PackageNames } from "./install-package";
import { answerOf } from "./run";
import { ToolMissing } from "./tool-missing";

export const OLDEST_POSTGRES = 15;
const PACKAGES: PackageNames = {
  "apt-get": "postgresql",
  dnf: "postgresql-server",
  apk: "postgresql",
  brew: "postgresql@17",
};
/** Where distributions keep the programs of each version, outside PATH. */
const SHELVES: readonly { folder: string; entry: RegExp; bin: string }[] = [
  { folder: "/usr/lib/postgresql", entry: /^\d+$/, bin: "bin" },
  { folder: "/usr", entry: /^pgsql-\d+$/, bin: "bin" },
  { folder: "/usr/libexec", entry: /^postgresql\d+$/, bin: "" },
  { folder: "/opt/homebrew/opt", entry: /^postgresql@\d+$/, bin: "bin" },
  { folder: "/usr/local/opt", entry: /^postgresql@\d+$/, bin: "bin" },
];

export interface PostgresPrograms {
  /** The folder that holds `initdb` and `postgres`. */
  bin: string;
  version: string;
  source: string;
}

/**
 * The newest server of the system, 15 or later; else one installed by its package manager.
 * @throws ToolMissing
 */
export async function findPostgres(): Promise<PostgresPrograms> {
  const there = system("the system's");
  if (there) return there;
  console.log(`No PostgreSQL ${OLDEST_POSTGRES} or later here: installing one.`);
  if (await installPackage(PACKAGES)) {
    const installed = system("installed by the system's package manager");
    if (installed) return installed;
  }
  throw new ToolMissing(
    `No PostgreSQL ${OLDEST_POSTGRES} or later was found, and none could be installed.`,
    installCommand(PACKAGES) ?? "TEST_DATABASE_URL=postgres://user:password@host:5432/postgres npm test",
  );
}

function system(source: string): PostgresPrograms | null {
  const inPath = findInPath(["initdb"]);
  const shelves = SHELVES.flatMap(({ folder, entry, bin }) =>
    names(folder)
      .filter((name) => entry.test(name))
      .map((name) => join(folder, name, bin)),
  );
  const found = [...(inPath ? [dirname(inPath)] : []), ...shelves].flatMap((bin) => {
    const version = isProgram(join(bin, "initdb")) ? answerOf(join(bin, "postgres"), ["--version"]) : null;
    return version && majorVersion(version) >= OLDEST_POSTGRES ? [{ bin, version, source }] : [];
  });
  return found.toSorted((a, b) => majorVersion(b.version) - majorVersion(a.version))[0] ?? null;
}

/** `postgres (PostgreSQL) 15.18 (Debian …)` is 15; NaN where there is no number. */
export function majorVersion(text: string): number {
  return Number(/(\d+)(\.\d+)?/.exec(text)?.[1] ?? NaN);
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
