import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { findPostgres } from "../tools/find-postgres";
import { startTemporaryPostgres, type TemporaryPostgres } from "../tools/temporary-postgres";

/** A PostgreSQL that flushes every commit to the disk, as one in use does; started at the first need. */
export class DatabaseServer {
  #started: Promise<TemporaryPostgres> | null = null;

  /** The address of a new, empty database. @throws ToolMissing where no server can be had */
  async newDatabase(): Promise<string> {
    this.#started ??= findPostgres().then((programs) => startTemporaryPostgres(programs, { fsync: true }));
    const { url } = await this.#started;
    const name = `bench_${randomBytes(6).toString("hex")}`;
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(`create database ${name}`);
    } finally {
      await client.end();
    }
    const address = new URL(url);
    address.pathname = `/${name}`;
    return address.href;
  }

  async stop(): Promise<void> {
    const started = await this.#started?.catch(() => null);
    await started?.stop();
  }
}
