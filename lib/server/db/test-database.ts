import { randomBytes } from "node:crypto";
import { Pool } from "pg";
import type { OpenDatabase } from "@/lib/server/db/database";
import { openEmbedded } from "@/lib/server/db/open-embedded";
import { openPostgres } from "@/lib/server/db/open-postgres";

/** A fresh database with the whole schema: in memory, or a new one on the server that `TEST_ENGINE=postgres` runs against. */
export async function createTestDatabase(): Promise<OpenDatabase> {
  if (process.env.TEST_ENGINE !== "postgres") return openEmbedded(null);
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error("TEST_ENGINE=postgres needs TEST_DATABASE_URL");
  const name = `jobwatch_test_${randomBytes(6).toString("hex")}`;
  const admin = new Pool({ connectionString: url, max: 1 });
  await admin.query(`create database ${name}`);
  const target = new URL(url);
  target.pathname = `/${name}`;
  const opened = await openPostgres(target.href);
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}
