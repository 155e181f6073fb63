import type { ConfiguredConnection } from "@/lib/server/connections/configured-connection";
import type { ConnectionFile } from "@/lib/server/connections/connection-file";
import type { ConnectionFileProblem } from "@/lib/server/connections/read-connections-file";
import type { Descriptors } from "@/lib/server/connections/read-entry";
import {
  readStored,
  secretFields,
  storedVersion,
  type StoredReading,
} from "@/lib/server/connections/stored-connections";
import type { KeyRing } from "@/lib/server/credentials/seal";
import type { Database } from "@/lib/server/db/database";
import { registerSecret } from "@/lib/server/outbound/secrets";

export interface DirectoryOptions {
  db: Database;
  ring: KeyRing;
  /** null: no connections file is configured. */
  file: ConnectionFile | null;
  descriptors: () => Descriptors;
  log: (level: "info" | "error", line: string) => void;
  /** How often to see whether another process changed stored connections; 2 s unless told. */
  lookEveryMs?: number;
}

/** Every configured connection, from the file and from the database, as one list. */
export class ConnectionDirectory {
  private stored: (StoredReading & { version: number }) | null = null;
  private told = -1;
  private timer: NodeJS.Timeout | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly answerListeners = new Set<(id: string) => void>();

  constructor(private readonly options: DirectoryOptions) {
    options.file?.onChange(() => this.tell());
  }

  /** The list as it is now. Where both have an id, the file's counts. */
  async list(): Promise<ConfiguredConnection[]> {
    const stored = await this.readStored();
    const fromFile = this.options.file?.connections() ?? [];
    const taken = new Set(fromFile.map((one) => one.id));
    const all = [...fromFile, ...stored.connections.filter((one) => !taken.has(one.id))];
    this.hideSecrets(all);
    return all;
  }

  isFromFile(id: string): boolean {
    return this.options.file?.connections().some((one) => one.id === id) === true;
  }

  fileProblem(): ConnectionFileProblem | null {
    return this.options.file?.problems()[0] ?? null;
  }

  /** Told after every change, in this process or another. @returns a function that ends the subscription. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Told of each connection whose test was answered well in this process. @returns a function that ends it. */
  onAnswer(listener: (id: string) => void): () => void {
    this.answerListeners.add(listener);
    return () => this.answerListeners.delete(listener);
  }

  /** To be called after a test of a connection as it is saved. */
  answered(id: string): void {
    for (const listener of this.answerListeners) listener(id);
  }

  /** To be called after a change of stored connections in this process. */
  changed(): void {
    this.tell();
  }

  /** Watches the file and the database from now on. */
  start(): void {
    if (this.timer !== null) return;
    this.options.file?.start();
    this.timer = setInterval(() => void this.look(), this.options.lookEveryMs ?? 2000);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    this.options.file?.stop();
  }

  private async look(): Promise<void> {
    try {
      const version = await storedVersion(this.options.db);
      if (this.told === version) return;
      const first = this.told === -1;
      this.told = version;
      if (!first) this.tell();
    } catch {
      // The database is away: what is known stays, and the next look tries again.
    }
  }

  private async readStored(): Promise<StoredReading> {
    const { db, ring, descriptors, log } = this.options;
    const version = await storedVersion(db);
    if (this.stored?.version === version) return this.stored;
    const reading = await readStored(db, ring, descriptors());
    for (const { connection, message } of reading.problems) log("error", `connection ${connection}: ${message}`);
    this.stored = { ...reading, version };
    return reading;
  }

  /** From here on no log and no error shows a secret of a connection. */
  private hideSecrets(connections: readonly ConfiguredConnection[]): void {
    const descriptors = this.options.descriptors();
    for (const { vendor, auth } of connections) {
      const descriptor = descriptors[vendor];
      for (const field of descriptor === undefined ? [] : secretFields(descriptor, auth.type)) {
        const value = auth.values[field];
        if (value !== undefined) registerSecret(value);
      }
    }
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
