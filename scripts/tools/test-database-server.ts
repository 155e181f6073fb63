import { Client } from "pg";
import { findPostgres, majorVersion, OLDEST_POSTGRES } from "./find-postgres";
import { startTemporaryPostgres } from "./temporary-postgres";
import { ToolMissing } from "./tool-missing";

export interface TestDatabaseServer {
  url: string;
  /** Which one was taken, for the log. */
  about: string;
  stop(): Promise<void>;
}

/**
 * The PostgreSQL that the tests run against: TEST_DATABASE_URL's, or one in a temporary folder.
 * @throws ToolMissing, or Error with the server's own words
 */
export async function openTestDatabaseServer(): Promise<TestDatabaseServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, about: await examine(given), stop: async () => {} };
  const programs = await findPostgres();
  const server = await startTemporaryPostgres(programs);
  const about = `${programs.version}, ${programs.source} (${programs.bin}), in a temporary folder`;
  return { url: server.url, about, stop: server.stop };
}

async function examine(url: string): Promise<string> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  const remedy = "unset TEST_DATABASE_URL";
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string; may: boolean }>(
      `select current_setting('server_version') as server_version,
              (select rolcreatedb or rolsuper from pg_roles where rolname = current_user) as may`,
    );
    const version = rows[0]?.server_version ?? "";
    if (!(majorVersion(version) >= OLDEST_POSTGRES)) {
      throw new ToolMissing(
        `TEST_DATABASE_URL leads to PostgreSQL ${version}; ${OLDEST_POSTGRES} or later is needed.`,
        remedy,
      );
    }
    if (rows[0]?.may !== true) {
      throw new ToolMissing("TEST_DATABASE_URL's user may not create databases; each test has one of its own.", remedy);
    }
    return `PostgreSQL ${version}, of TEST_DATABASE_URL`;
  } catch (error) {
    if (error instanceof ToolMissing) throw error;
    const words = error instanceof Error ? error.message : String(error);
    throw new ToolMissing(`TEST_DATABASE_URL's server does not answer: ${words}`, remedy);
  } finally {
    await client.end().catch(() => {});
  }
}
