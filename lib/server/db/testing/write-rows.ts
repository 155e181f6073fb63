import { sql } from "drizzle-orm";
import { openEmbedded } from "@/lib/server/db/open-embedded";
import { setupCodes } from "@/lib/server/db/schema/access";

/** Writes rows without end, each in a commit of its own, and names each once it is acknowledged. */
const [directory, prefix] = process.argv.slice(2);
if (!directory || !prefix) throw new Error("which directory, and which prefix?");
const { db } = await openEmbedded(directory);
const [known] = (await db.execute(sql`select count(*)::int as n from setup_codes`)).rows as { n: number }[];
process.send?.({ found: known?.n ?? 0 });
for (let n = 0; ; n++) {
  await db.insert(setupCodes).values({ hash: `${prefix}-${n}`, createdAt: n });
  process.send?.({ acknowledged: `${prefix}-${n}` });
}
