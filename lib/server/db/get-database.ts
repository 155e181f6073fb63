import { join } from "node:path";
import type { OpenDatabase } from "@/lib/server/db/database";
import { openEmbedded } from "@/lib/server/db/open-embedded";
import { openPostgres } from "@/lib/server/db/open-postgres";
import { getEnv } from "@/lib/server/env";
import { processGlobal } from "@/lib/server/process-global";

const holder = processGlobal("database", () => ({ opened: null as Promise<OpenDatabase> | null }));

/**
 * The process's database, opened at the first call and never at import: the build evaluates server modules too.
 * @throws DirectoryInUse, EnvError or the driver's error; the next call tries again.
 */
export function getDatabase(): Promise<OpenDatabase> {
  holder.opened ??= open().catch((error: unknown) => {
    holder.opened = null;
    throw error;
  });
  return holder.opened;
}

/** Closes it where it is open; for the end of the process. */
export async function closeDatabase(): Promise<void> {
  const opened = await holder.opened?.catch(() => null);
  holder.opened = null;
  await opened?.close();
}

function open(): Promise<OpenDatabase> {
  const env = getEnv();
  return env.databaseUrl === null ? openEmbedded(join(env.dataDir, "database")) : openPostgres(env.databaseUrl);
}
