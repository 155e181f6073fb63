import { and, eq } from "drizzle-orm";
import { seal, SealError, unseal, type KeyRing } from "@/lib/server/credentials/seal";
import type { Database } from "@/lib/server/db/database";
import { connectionSecrets } from "@/lib/server/db/schema/connections";

/**
 * At the start: puts every stored secret under the newest key, row by row, so that a stop half-way leaves each under a
 * known one. After it an older key may be dropped from the configuration.
 * @returns how many were sealed anew
 * @throws SealError naming the key id where a secret was sealed with a key that is not configured
 */
export async function resealAll(db: Database, ring: KeyRing): Promise<number> {
  const rows = await db.select().from(connectionSecrets);
  const lost = rows.find((row) => !ring.byId.has(row.keyId));
  if (lost !== undefined) {
    const where = `the ${lost.field} of connection ${lost.connection}`;
    throw new SealError(`ENCRYPTION_KEYS: key ${lost.keyId} is missing, and ${where} is sealed with it`);
  }
  let resealed = 0;
  for (const row of rows) {
    if (row.keyId === ring.newest.id) continue;
    const fresh = seal(ring, row, unseal(ring, row, row));
    // Only over the very text that was read: a change in between has been sealed with the newest key already.
    const written = await db
      .update(connectionSecrets)
      .set(fresh)
      .where(
        and(
          eq(connectionSecrets.connection, row.connection),
          eq(connectionSecrets.field, row.field),
          eq(connectionSecrets.sealed, row.sealed),
        ),
      )
      .returning({ field: connectionSecrets.field });
    resealed += written.length;
  }
  return resealed;
}
