import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBenchServer, type BenchServer, type ServerOptions } from "./bench-server";
import { DatabaseServer } from "./database-server";
import { makeStore, type Engine, type Store } from "./store";

/**
 * What figures are measured on: stores full of jobs, made once a run, and servers, ended after the figure that started
 * them.
 */
export class Scenes {
  readonly folder = mkdtempSync(join(tmpdir(), "jobwatch-bench-"));
  readonly postgres = new DatabaseServer();
  readonly #stores = new Map<string, Promise<Store>>();
  #endings: (() => Promise<unknown>)[] = [];

  /** A store with this many jobs; the same one for every figure, so only one server at a time may stand on it. */
  store(engine: Engine, jobs: number): Promise<Store> {
    const name = `${engine}-${jobs}`;
    const known = this.#stores.get(name);
    if (known) return known;
    console.log(`      … filling a store with ${jobs.toLocaleString("en")} jobs (${engine})`);
    const made = makeStore({ engine, jobs, dataDir: this.newFolder(name), postgres: this.postgres });
    this.#stores.set(name, made);
    return made;
  }

  async server(store: Store, options: ServerOptions = {}): Promise<BenchServer> {
    const server = await startBenchServer(store, this.newFolder("server"), options);
    this.atEndOfFigure(() => server.end());
    return server;
  }

  /** A new folder that only we may read. */
  newFolder(name: string): string {
    const folder = mkdtempSync(join(this.folder, `${name}-`));
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  }

  atEndOfFigure(work: () => Promise<unknown>): void {
    this.#endings.push(work);
  }

  async endFigure(): Promise<void> {
    const endings = this.#endings.toReversed();
    this.#endings = [];
    for (const end of endings) await end().catch((error: unknown) => console.error(error));
  }

  async end(): Promise<void> {
    await this.endFigure();
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
