import { randomBytes } from "node:crypto";
import { DataDirError, keptSecret, prepareDataDir } from "@/lib/server/env/data-dir";
import { readEnv, type Env as CheckedEnv } from "@/lib/server/env/read-env";
import { keyWeakness, secretWeakness } from "@/lib/server/env/secret-strength";

export { readEnv } from "@/lib/server/env/read-env";

/** The environment as the server uses it: every secret there, `dataDir` absolute and (without `databaseUrl`) private. */
export interface Env extends Omit<CheckedEnv, "authSecret" | "encryptionKeys"> {
  authSecret: string;
  /** Base64, 32 bytes each, newest first. */
  encryptionKeys: string[];
}

/** The environment cannot be used; the message is one line naming the variable and the reason. */
export class EnvError extends Error {
  override readonly name = "EnvError";
}

const HOLDER = Symbol.for("jobwatch.env");
const holder = globalThis as { [HOLDER]?: Env };

/**
 * Checks the environment, makes the data directory and the secrets that are kept in it.
 * @throws EnvError
 */
export function resolveEnv(source: Readonly<Record<string, string | undefined>>): { env: Env; warnings: string[] } {
  const reading = readEnv(source);
  if (!reading.ok) throw new EnvError(reading.problem);
  const { env } = reading;
  try {
    // With a database of its own nothing is kept here, so a read-only container may do without the directory.
    const dataDir = env.databaseUrl === null ? prepareDataDir(env.dataDir) : env.dataDir;
    const random = (): string => randomBytes(32).toString("base64");
    const authSecret = env.authSecret ?? keptSecret(dataDir, "auth-secret", random, secretWeakness);
    const encryptionKeys =
      env.encryptionKeys ?? keptSecret(dataDir, "encryption-keys", random, keysWeakness).split(",");
    return { env: { ...env, dataDir, authSecret, encryptionKeys }, warnings: reading.warnings };
  } catch (error) {
    if (error instanceof DataDirError) throw new EnvError(error.message);
    throw error;
  }
}

function keysWeakness(kept: string): string | null {
  return (
    kept
      .split(",")
      .map(keyWeakness)
      .find((reason) => reason !== null) ?? null
  );
}

/** The checked environment of this process, read at the first call and kept. @throws EnvError */
export function getEnv(): Env {
  return (holder[HOLDER] ??= resolveEnv(process.env).env);
}

/** Puts an environment in place of the process's own, for tests; null goes back to reading it. */
export function setEnv(env: Env | null): void {
  if (env === null) delete holder[HOLDER];
  else holder[HOLDER] = env;
}

/** For programs at their start: prints warnings, or the one line that says what is wrong and ends with exit code 1. */
export function loadEnv(): Env {
  try {
    const { env, warnings } = resolveEnv(process.env);
    for (const warning of warnings) console.warn(warning);
    setEnv(env);
    return env;
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
