import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/server/app-error";
import type { RequestUser } from "@/lib/server/auth/authenticate";
import type { ConfiguredConnection } from "@/lib/server/connections/configured-connection";
import { connectionDirectory } from "@/lib/server/connections/configured-connections";
import { flatForm, mergeChange, type ConnectionForm } from "@/lib/server/connections/merge-change";
import { readEntry, type CheckedEntry } from "@/lib/server/connections/read-entry";
import { deleteStored, writeStored, type FlatEntry } from "@/lib/server/connections/stored-connections";
import { vendorDescriptors } from "@/lib/server/connections/vendor-descriptors";
import { keyRing } from "@/lib/server/credentials/seal";
import type { Connection } from "@/lib/server/db/database";
import { parseNetworks } from "@/lib/server/outbound/address-rules";
import type { Services } from "@/lib/server/routes/services";
import { appendAudit } from "@/lib/server/store/audit";
import type { VendorDescriptor } from "@/lib/vendors/types";

/** @throws AppError `invalid_connection` naming every wrong field; nothing of a value is repeated. */
export function checkStored(flat: unknown, { env }: Pick<Services, "env">): CheckedEntry {
  const reading = readEntry(flat, vendorDescriptors(), {
    trust: "stored",
    networks: parseNetworks(env.vendorNetworks),
  });
  if (reading.ok) return reading.entry;
  const errors = reading.problems.map(({ path, message }) => ({ field: path.join("."), message }));
  throw new AppError("invalid_connection", { detail: `${errors[0]?.field} ${errors[0]?.message}`, errors });
}

/** @throws AppError `invalid_connection`, or `conflict` for an id that is taken */
export async function createConnection(
  services: Services,
  user: RequestUser,
  form: ConnectionForm,
): Promise<ConfiguredConnection> {
  const flat = flatForm(form) as FlatEntry;
  const entry = checkStored(flat, services);
  const directory = connectionDirectory(services);
  if ((await directory.list()).some((one) => one.id === entry.id)) throw taken(entry.id);
  return save(services, user, {
    flat,
    entry,
    replaces: null,
    action: "connection.create",
    said: `${entry.vendor} at ${originOf(entry)}`,
  });
}

/** @throws AppError `not_found`, `conflict` for one of the file, `secret_required`, `invalid_connection` */
export async function changeConnection(
  services: Services,
  user: RequestUser,
  id: string,
  change: ConnectionForm,
): Promise<ConfiguredConnection> {
  const config = await storedConnection(services, id);
  const descriptor = descriptorOf(config.vendor);
  for (const fixed of ["id", "vendor"] as const) {
    if (change[fixed] !== undefined && change[fixed] !== config[fixed]) {
      const errors = [{ field: fixed, message: "cannot be changed" }];
      throw new AppError("invalid_connection", { detail: `The ${fixed} of a connection cannot be changed.`, errors });
    }
  }
  const { flat, secretRequired } = mergeChange(config, change, descriptor);
  if (secretRequired) throw needsSecret();
  const entry = checkStored(flat, services);
  const [from, to] = [originOf(config), originOf(entry)];
  const said = from === to ? `changed: ${Object.keys(change).sort().join(", ")}` : `address: ${from} to ${to}`;
  return save(services, user, { flat, entry, replaces: config.configVersion, action: "connection.update", said });
}

/** Removes a stored connection; its jobs stay on record. @throws AppError `not_found` or `conflict` */
export async function deleteConnection(services: Services, user: RequestUser, id: string): Promise<void> {
  const config = await storedConnection(services, id);
  await services.db.transaction(async (tx) => {
    if (!(await deleteStored(tx, id))) throw new AppError("not_found");
    await note(tx, services, user, {
      action: "connection.delete",
      id,
      said: `${config.vendor} at ${originOf(config)}`,
    });
  });
  connectionDirectory(services).changed();
}

export function needsSecret(): AppError {
  return new AppError("secret_required", {
    detail: "The address changed: enter the credential again, it is not sent to another address by itself.",
  });
}

export function descriptorOf(vendor: string): VendorDescriptor {
  const descriptor = vendorDescriptors()[vendor];
  if (descriptor === undefined)
    throw new AppError("invalid_connection", { detail: `No vendor ${vendor} is known here.` });
  return descriptor;
}

async function storedConnection(services: Services, id: string): Promise<ConfiguredConnection> {
  const directory = connectionDirectory(services);
  const config = (await directory.list()).find((one) => one.id === id);
  if (config === undefined) throw new AppError("not_found");
  if (config.trust === "file") {
    throw new AppError("conflict", { detail: "This connection stands in the connections file: change it there." });
  }
  return config;
}

interface Saved {
  flat: FlatEntry;
  entry: CheckedEntry;
  replaces: number | null;
  action: string;
  said: string;
}

async function save(services: Services, user: RequestUser, saved: Saved): Promise<ConfiguredConnection> {
  const ring = keyRing(services.env.encryptionKeys);
  const descriptor = descriptorOf(saved.entry.vendor);
  const configVersion = await services.db.transaction(async (tx) => {
    const version = await writeStored(tx, ring, descriptor, saved, services.now());
    if (version === null) throw new AppError("conflict", { detail: "This connection was changed at the same moment." });
    await note(tx, services, user, { action: saved.action, id: saved.entry.id, said: saved.said });
    return version;
  });
  connectionDirectory(services).changed();
  return { ...saved.entry, configVersion };
}

async function note(
  tx: Connection,
  services: Services,
  user: RequestUser,
  { action, id, said }: { action: string; id: string; said: string },
): Promise<void> {
  await appendAudit(tx, {
    entry: randomUUID(),
    at: services.now(),
    by: user.by,
    action,
    connection: id,
    kind: "connection",
    jobId: "",
    reason: said,
    outcome: "confirmed",
    vendorMessage: null,
  });
}

function originOf({ baseUrl }: Pick<CheckedEntry, "baseUrl">): string {
  return new URL(baseUrl).origin;
}

function taken(id: string): AppError {
  return new AppError("conflict", { detail: `There is a connection ${id} already.` });
}
