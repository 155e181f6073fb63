import { existsSync } from "node:fs";
import { closeDatabase, getDatabase } from "../lib/server/db/get-database";
import { loadEnv } from "../lib/server/env";
import { importData } from "./data/import-data";
import { linesOf } from "./data/lines-of";

/** `npm run data:import -- <file>`: into the database that the environment names, which must be unused. */
const [file] = process.argv.slice(2);
if (file === undefined || !existsSync(file)) {
  console.error(
    file === undefined ? "Name a file: npm run data:import -- jobwatch.jsonl" : `There is no file ${file}.`,
  );
  process.exit(1);
}

loadEnv();
try {
  const { db, engine } = await getDatabase();
  const rows = await importData(db, linesOf(file));
  console.log(`${rows} rows of ${file} are in the ${engine} database.`);
} catch (error) {
  console.error(`Nothing was imported: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
process.exit();
