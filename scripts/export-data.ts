import { existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { closeDatabase, getDatabase } from "../lib/server/db/get-database";
import { loadEnv } from "../lib/server/env";
import { exportData } from "./data/export-data";

/** `npm run data:export -- <file>`: the whole record of the database that the environment names. */
const [file] = process.argv.slice(2);
if (file === undefined || existsSync(file)) {
  console.error(file === undefined ? "Name a file: npm run data:export -- jobwatch.jsonl" : `${file} exists already.`);
  process.exit(1);
}

loadEnv();
try {
  const { db, engine } = await getDatabase();
  // It holds password hashes and sealed secrets.
  const out = await open(file, "wx", 0o600);
  const rows = await exportData(db, async (line) => void (await out.write(`${line}\n`)));
  await out.sync();
  await out.close();
  console.log(`${rows} rows of the ${engine} database are in ${file}.`);
} catch (error) {
  console.error(`The export failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
process.exit();
