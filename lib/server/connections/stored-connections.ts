import { asc, eq, sql } from "drizzle-orm";
import type { ConfiguredConnection } from "@/lib/server/connections/configured-connection";
import { readEntry, type CheckedEntry, type Descriptors } from "@/lib/server/connections/read-entry";
import { seal, SealError, unseal, type KeyRing } from "@/lib/server/credentials/seal";
import type { Connection } from "@/lib/server/db/database";
import { connectionChanges, connectionSecrets, storedConnections } from "@/lib/server/db/schema/connections";
import type { VendorDescriptor } from "@/lib/vendors/types";

/** One connection as flat as in the YAML file, secrets included. */
export type FlatEntry = Record<string, unknown> & { auth: Record<string, unknown> };

export interface StoredReading {
  connections: ConfiguredConnection[];
  /** Connections that cannot be used, and why: their key is gone, or their vendor no longer knows a setting. */
  problems: { connection: string; message: string }[];
}

/** How often stored connections have changed, in any process. */
export async function storedVersion(db: Connection): Promise<number> {
  const [row] = await db.select({ version: connectionChanges.version }).from(connectionChanges);
  return row?.version ?? 0;
}

/** Stored connections with their secrets opened. One that cannot be read stands aside and stops no other. */
export async function readStored(db: Connection, ring: KeyRing, descriptors: Descriptors): Promise<StoredReading> {
  const rows = await db.select().from(storedConnections).orderBy(asc(storedConnections.id));
  const secrets = await db.select().from(connectionSecrets);
  const reading: StoredReading = { connections: [], problems: [] };
  for (const row of rows) {
    try {
      const opened = secrets
        .filter((secret) => secret.connection === row.id)
        .map((secret) => [secret.field, unseal(ring, secret, secret)] as const);
      const entry = readEntry(flatten(row, Object.fromEntries(opened)), descriptors, { trust: "file", networks: [] });
      // The address was judged when it was saved, and is judged again by each call; here it must not hide the connection.
      if (entry.ok) reading.connections.push({ ...entry.entry, trust: "stored", configVersion: row.configVersion });
      else {
        const [first] = entry.problems;
        reading.problems.push({ connection: row.id, message: `${first?.path.join(".")} ${first?.message}` });
      }
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      reading.problems.push({ connection: row.id, message: error.message });
    }
  }
  return reading;
}

function flatten(row: typeof storedConnections.$inferSelect, secrets: Record<string, string>): FlatEntry {
  const { id, name, vendor, baseUrl, settings, authType, authValues, pollSeconds, budgetPerMinute, paused } = row;
  const auth = { type: authType, ...authValues, ...secrets };
  return { ...settings, id, name, vendor, baseUrl, auth, pollSeconds, budgetPerMinute, paused };
}

/** Names of the log-in's fields that are secrets. */
export function secretFields(descriptor: VendorDescriptor, authType: string): string[] {
  const option = descriptor.auth.find((one) => one.type === authType);
  return option?.fields.filter((field) => field.secret).map((field) => field.name) ?? [];
}

/**
 * Writes a checked connection and seals its secrets.
 * @param flat the entry that was checked: what it leaves open (poll interval, budget) stays open
 * @param replaces the version of the connection that this one takes the place of; null for a new one
 * @returns its new version, or null where the stored one is another by now: nothing was written
 */
export async function writeStored(
  tx: Connection,
  ring: KeyRing,
  descriptor: VendorDescriptor,
  { flat, entry, replaces }: { flat: FlatEntry; entry: CheckedEntry; replaces: number | null },
  now: number,
): Promise<number | null> {
  const version = await nextVersion(tx);
  const [current] = await tx
    .select({ version: storedConnections.configVersion })
    .from(storedConnections)
    .where(eq(storedConnections.id, entry.id));
  if ((current?.version ?? null) !== replaces) return null;
  const secret = secretFields(descriptor, entry.auth.type);
  const { baseUrl: _address, consoleUrl, ...vendorSettings } = entry.settings;
  const columns = {
    name: entry.name,
    vendor: entry.vendor,
    baseUrl: entry.baseUrl,
    settings: { ...vendorSettings, ...present({ consoleUrl, ca: entry.ca, jobs: entry.jobs }) },
    authType: entry.auth.type,
    authValues: Object.fromEntries(Object.entries(entry.auth.values).filter(([field]) => !secret.includes(field))),
    pollSeconds: typeof flat.pollSeconds === "number" ? flat.pollSeconds : null,
    budgetPerMinute: typeof flat.budgetPerMinute === "number" ? flat.budgetPerMinute : null,
    paused: entry.paused,
    configVersion: version,
    updatedAt: now,
  };
  await tx
    .insert(storedConnections)
    .values({ id: entry.id, ...columns, createdAt: now })
    .onConflictDoUpdate({ target: storedConnections.id, set: columns });
  await tx.delete(connectionSecrets).where(eq(connectionSecrets.connection, entry.id));
  const sealed = Object.entries(entry.auth.values)
    .filter(([field]) => secret.includes(field))
    .map(([field, value]) => ({ connection: entry.id, field, ...seal(ring, { connection: entry.id, field }, value) }));
  if (sealed.length > 0) await tx.insert(connectionSecrets).values(sealed);
  return version;
}

function present(fields: Record<string, unknown>): Record<string, unknown> {
  const given = Object.entries(fields).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(given);
}

/** @returns whether there was such a connection. */
export async function deleteStored(tx: Connection, id: string): Promise<boolean> {
  const gone = await tx
    .delete(storedConnections)
    .where(eq(storedConnections.id, id))
    .returning({ id: storedConnections.id });
  if (gone.length > 0) await nextVersion(tx);
  return gone.length > 0;
}

/** The row's lock puts changes of all processes in order. */
async function nextVersion(tx: Connection): Promise<number> {
  const [row] = await tx
    .insert(connectionChanges)
    .values({ id: 1, version: 1 })
    .onConflictDoUpdate({ target: connectionChanges.id, set: { version: sql`${connectionChanges.version} + 1` } })
    .returning();
  return row?.version ?? 1;
}
