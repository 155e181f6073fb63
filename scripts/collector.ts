import { checkStart } from "../lib/server/check-start";
import { startRuntime, stopOnSignals } from "../lib/server/runtime";

const { databaseUrl } = checkStart();
if (databaseUrl === null) {
  console.error(
    "DATABASE_URL: is missing: a collector of its own shares a PostgreSQL database with the web instances.",
  );
  process.exit(1);
}

try {
  stopOnSignals(await startRuntime({ collector: true, web: false }));
} catch (error) {
  console.error(`The collector cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
