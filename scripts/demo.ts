import { readEnv } from "../lib/server/env/read-env";
import { buildApp } from "./build/build-app";
import { isBuilt } from "./build/source-stamp";
import { DEMO_ACCOUNTS } from "./demo/accounts";
import { demoEnv, SANDBOX_PORTS, takenPorts } from "./demo/demo-env";
import { startChild, TYPESCRIPT, type Child } from "./processes/child";
import { startNextServer } from "./processes/next-server";
import { isFree } from "./processes/port";
import { waitUntilReady } from "./processes/wait-until-ready";
import { ROOT } from "./root";

const env = demoEnv(process.env);
const running: Child[] = [];
const build = new AbortController();
let ending: Promise<never> | null = null;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0, "\nEnding …"));

try {
  const port = await checkedPort();
  if (!isBuilt(ROOT)) {
    console.log("Building the dashboard; once, and again where its sources change. This takes a minute or two.");
    if (!(await buildApp(build.signal))) throw new Error("The build failed; its messages are above.");
  }
  console.log("Making the accounts …");
  await finished(startScript("accounts", "scripts/demo/make-accounts.ts"));
  console.log("Starting the sandboxes …");
  watch(startScript("sandboxes", "sandbox/main.ts"));
  console.log("Starting the dashboard …");
  const server = startNextServer({ hostname: "127.0.0.1", port }, { env });
  watch(server);
  const origin = `http://127.0.0.1:${port}`;
  await waitUntilReady(origin, server);
  console.log(`\nJobwatch is at ${origin}\n`);
  for (const { email, password } of DEMO_ACCOUNTS) console.log(`  ${email.padEnd(24)} ${password}`);
  console.log("\nCtrl-C ends the dashboard and the sandboxes.");
} catch (error) {
  await end(1, error instanceof Error ? error.message : String(error));
}

async function checkedPort(): Promise<number> {
  const reading = readEnv(env);
  if (!reading.ok) throw new Error(reading.problem);
  const { port } = reading.env;
  const taken: number[] = [];
  for (const wanted of [...SANDBOX_PORTS, port]) if (!(await isFree(wanted))) taken.push(wanted);
  if (taken.length > 0) throw new Error(takenPorts(taken, port));
  return port;
}

function startScript(name: string, file: string): Child {
  return startChild({ name, args: [...TYPESCRIPT, file], env });
}

/** For a child that does its work and ends. */
async function finished(child: Child): Promise<void> {
  running.push(child);
  const { code, how } = await child.exited;
  running.splice(running.indexOf(child), 1);
  if (code !== 0 && ending === null) throw new Error(`Making the ${child.name} failed (${how}).`);
}

/** For a child that is to live as long as the demo: where it does not, all ends. */
function watch(child: Child): void {
  running.push(child);
  void child.exited.then(({ how }) =>
    end(1, `The process of the ${child.name} ended by itself (${how}), so the demo ends.`),
  );
}

/** Once: ends what we started, the server before the vendors that it asks. */
function end(code: number, word: string): Promise<never> {
  return (ending ??= (async () => {
    if (code === 0) console.log(word);
    else console.error(word);
    build.abort();
    for (const child of running.toReversed()) await child.end();
    process.exit(code);
  })());
}
