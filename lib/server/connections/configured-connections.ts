import type { ConfiguredConnection } from "@/lib/server/connections/configured-connection";
import { ConnectionDirectory } from "@/lib/server/connections/connection-directory";
import { ConnectionFile } from "@/lib/server/connections/connection-file";
import type { ConnectionFileProblem } from "@/lib/server/connections/read-connections-file";
import { vendorDescriptors } from "@/lib/server/connections/vendor-descriptors";
import { keyRing } from "@/lib/server/credentials/seal";
import type { Database } from "@/lib/server/db/database";
import { log } from "@/lib/server/log";
import { processGlobal } from "@/lib/server/process-global";
import { getServices, type Services } from "@/lib/server/routes/services";

const directories = processGlobal("connection-directories", () => new WeakMap<Database, ConnectionDirectory>());

/** The process's directory of connections: one per database. */
export function connectionDirectory({ db, env }: Pick<Services, "db" | "env">): ConnectionDirectory {
  const known = directories.get(db);
  if (known !== undefined) return known;
  const write = (level: "info" | "error", line: string): void => log[level](line);
  const file =
    env.connectionsFile === null
      ? null
      : new ConnectionFile({
          file: env.connectionsFile,
          environment: process.env,
          descriptors: vendorDescriptors,
          log: write,
        });
  const ring = keyRing(env.encryptionKeys);
  const directory = new ConnectionDirectory({ db, ring, file, descriptors: vendorDescriptors, log: write });
  directories.set(db, directory);
  return directory;
}

/** Every configured connection, secrets included: from the file and from the database, the file first. */
export async function configuredConnections(): Promise<ConfiguredConnection[]> {
  return connectionDirectory(await getServices()).list();
}

/** Watches the file and the database. @returns a function that ends the subscription. */
export async function onConnectionsChange(listener: () => void): Promise<() => void> {
  const directory = connectionDirectory(await getServices());
  directory.start();
  return directory.onChange(listener);
}

/** Tells of each connection whose test was answered well. @returns a function that ends the subscription. */
export async function onConnectionAnswer(listener: (id: string) => void): Promise<() => void> {
  return connectionDirectory(await getServices()).onAnswer(listener);
}

/** What is wrong with the connections file now; the last good version is in use. */
export async function connectionFileProblem(): Promise<ConnectionFileProblem | null> {
  return connectionDirectory(await getServices()).fileProblem();
}
