import { checkStart } from "../lib/server/check-start";
import { buildId } from "./build/source-stamp";
import { startNextServer } from "./processes/next-server";
import { whyNotListen } from "./processes/port";
import { ROOT } from "./root";

const { hostname, port } = checkStart();
const refusal = await whyNotListen(port, hostname);
if (refusal !== null) {
  console.error(refusal);
  process.exit(1);
}
if (buildId(ROOT) === null) {
  console.error("There is no build yet: run npm run build first.");
  process.exit(1);
}

const server = startNextServer({ hostname, port }, { env: process.env });
let asked = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (asked) return;
    asked = true;
    void server.end();
  });
}
const { code, how } = await server.exited;
if (!asked) console.error(`The server ended by itself: ${how}.`);
process.exit(asked ? (code ?? 1) : code || 1);
