import { readFileSync, statSync, watch, type FSWatcher } from "node:fs";
import path from "node:path";
import type { ConfiguredConnection } from "@/lib/server/connections/configured-connection";
import {
  describeFileProblem,
  readConnections,
  type ConnectionFileProblem,
} from "@/lib/server/connections/read-connections-file";
import type { Descriptors } from "@/lib/server/connections/read-entry";

export interface ConnectionFileOptions {
  file: string;
  environment: Readonly<Record<string, string | undefined>>;
  descriptors: () => Descriptors;
  /** Told one line per reload: what is in use now, or what is wrong. */
  log: (level: "info" | "error", line: string) => void;
  /** How often to look at the file where the system does not say that it changed; 1 s unless told. */
  lookEveryMs?: number;
}

/** The connections file: what was last good in it, what is wrong with it now, and who wants to know. */
export class ConnectionFile {
  private good: readonly ConfiguredConnection[] = [];
  private wrong: readonly ConnectionFileProblem[] = [];
  private seen = "";
  private readonly listeners = new Set<() => void>();
  private watcher: FSWatcher | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly options: ConnectionFileOptions) {
    this.look(false);
  }

  /** As in the last good version of the file; nothing before there was one. */
  connections(): readonly ConfiguredConnection[] {
    return this.good;
  }

  /** What is wrong with the file as it is now; the first is enough to show. */
  problems(): readonly ConnectionFileProblem[] {
    return this.wrong;
  }

  /** @returns a function that ends the subscription. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Looks from now on: by the system's notices for speed, and by the clock because those miss mounted volumes. */
  start(): void {
    if (this.timer !== null) return;
    this.timer = setInterval(() => this.look(), this.options.lookEveryMs ?? 1000);
    this.timer.unref();
    try {
      // The folder: an editor puts a new file in the old one's place, and a watch on the file would stay with the old.
      this.watcher = watch(path.dirname(this.options.file), { persistent: false }, () => this.look());
      this.watcher.on("error", () => this.watcher?.close());
    } catch {
      this.watcher = null;
    }
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    this.watcher?.close();
    this.watcher = null;
  }

  private look(settled = true): void {
    const found = statSync(this.options.file, { throwIfNoEntry: false });
    const mark = found === undefined ? "none" : `${found.ino} ${found.size} ${found.mtimeMs}`;
    if (mark === this.seen) return;
    if (settled && found !== undefined && isBeingWritten(found.mtimeMs)) {
      setTimeout(() => this.look(), SETTLE_MS).unref();
      return;
    }
    this.seen = mark;
    const { file, environment, descriptors, log } = this.options;
    let text: string;
    try {
      text = readFileSync(file, "utf8");
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? "unreadable";
      this.refuse([{ file, line: null, field: null, message: `cannot be read (${reason})` }]);
      return;
    }
    if (text.trim() === "" && this.good.length > 0) {
      this.refuse([{ file, line: 1, field: null, message: "is empty: write connections: [] where none is meant" }]);
      return;
    }
    const reading = readConnections(text, file, environment, descriptors());
    if (!reading.ok) {
      this.refuse(reading.problems);
      return;
    }
    this.good = reading.connections;
    this.wrong = [];
    log("info", `${file}: ${this.good.length} connections in use`);
    this.tell();
  }

  private refuse(problems: readonly ConnectionFileProblem[]): void {
    this.wrong = problems;
    for (const problem of problems) this.options.log("error", describeFileProblem(problem));
    if (this.good.length > 0) this.options.log("error", `${this.options.file}: the last good version stays in use`);
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** A file that was written this moment may be half there, and half a list is a list too. */
const SETTLE_MS = 50;

function isBeingWritten(mtimeMs: number): boolean {
  const age = Date.now() - mtimeMs;
  return age >= 0 && age < SETTLE_MS;
}
