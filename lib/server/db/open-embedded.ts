import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import type { OpenDatabase } from "@/lib/server/db/database";
import { lockDirectory } from "@/lib/server/db/directory-lock";
import { FsyncFs } from "@/lib/server/db/fsync-fs";
import { migrationsFolder } from "@/lib/server/db/migrations-folder";
import * as schema from "@/lib/server/db/schema/schema";

/**
 * Without `-F` (fsync off), and with the one sync method that reaches our file system. Its log of changes is kept short:
 * by default it takes a gigabyte beside however little data.
 */
const DURABLE = [
  ...PGlite.defaultStartParams.filter((param) => param !== "-F"),
  ...["-c", "wal_sync_method=fsync", "-c", "max_wal_size=96MB", "-c", "min_wal_size=32MB"],
];

/**
 * Opens the embedded database in a directory, or in memory where there is none, and brings its schema up to date.
 * @throws DirectoryInUse where another process has it open.
 */
export async function openEmbedded(dataDir: string | null): Promise<OpenDatabase> {
  if (dataDir === null) return wrap(await PGlite.create({ extensions: { pg_trgm } }), async () => {});
  // PGlite writes its files 0666 whatever the umask: only the directory's mode protects them.
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = await lockDirectory(dataDir);
  try {
    const fs = new FsyncFs(join(dataDir, "pg"));
    const client = await PGlite.create({ fs, startParams: DURABLE, extensions: { pg_trgm } });
    return await wrap(client, () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function wrap(client: PGlite, release: () => Promise<void>): Promise<OpenDatabase> {
  const db = drizzle(client, { schema });
  await migrate(db, { migrationsFolder });
  return {
    db,
    engine: "embedded",
    close: async () => {
      await client.close();
      await release();
    },
  };
}
