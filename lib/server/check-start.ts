import { readFileSync } from "node:fs";
import { describeFileProblem, readConnections } from "@/lib/server/connections/read-connections-file";
import { vendorDescriptors } from "@/lib/server/connections/vendor-descriptors";
import { loadEnv, type Env } from "@/lib/server/env";

/**
 * Why a server must not start with this connections file, one line per mistake; empty where all is well. While a server
 * runs, a mistake keeps the last good version instead: at the start there is none.
 */
export function connectionsFileMistakes(
  file: string | null,
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  if (file === null) return [];
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    return [`CONNECTIONS_FILE: ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? "unreadable"})`];
  }
  const reading = readConnections(text, file, environment, vendorDescriptors());
  return reading.ok ? [] : reading.problems.map(describeFileProblem);
}

/** For programs at their start: the environment and the connections file, or what is wrong and exit code 1. */
export function checkStart(): Env {
  const env = loadEnv();
  const mistakes = connectionsFileMistakes(env.connectionsFile, process.env);
  if (mistakes.length === 0) return env;
  for (const mistake of mistakes) console.error(mistake);
  process.exit(1);
}
