import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { migrationsFolder } from "../../lib/server/db/migrations-folder";

const Journal = z.object({ entries: z.array(z.object({ tag: z.string() })).min(1) });

/** The newest migration of this checkout: an open database is at it. */
export function schemaVersion(): string {
  const text = readFileSync(join(migrationsFolder, "meta/_journal.json"), "utf8");
  return Journal.parse(JSON.parse(text)).entries.at(-1)?.tag ?? "";
}
