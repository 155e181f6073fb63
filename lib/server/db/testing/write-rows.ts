import { openEmbedded } from "@/lib/server/db/open-embedded";
import { setupCodes } from "@/lib/server/db/schema/access";

/** Writes rows without end, each in a commit of its own, and names each once it is acknowledged. */
const [directory, prefix] = process.argv.slice(2);
if (!directory || !prefix) throw new Error("which directory, and which prefix?");
const { db } = await openEmbedded(directory);
const known = await db.select({ hash: setupCodes.hash }).from(setupCodes);
process.send?.({ found: known.length });
for (let n = 0; ; n++) {
  await db.insert(setupCodes).values({ hash: `${prefix}-${n}`, createdAt: n });
  process.send?.({ acknowledged: `${prefix}-${n}` });
}
