import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startChild } from "../processes/child";
import { freePort } from "../processes/port";
import { ROOT } from "../root";
import { httpGet } from "./http-get";

export interface BareServer {
  /** Where the bytes are. */
  url: string;
  end(): Promise<void>;
}

const NEXT = join(ROOT, "node_modules/next/dist/bin/next");
const CONFIG = `export default { poweredByHeader: false, turbopack: { root: ${JSON.stringify(ROOT)} } };\n`;
/** The least that a route of this framework does: no session, no database, bytes that are there already. */
const ROUTE = `import { readFileSync } from "node:fs";
const bytes = readFileSync(process.env.BARE_BYTES);
export const dynamic = "force-dynamic";
export function GET() {
  return new Response(bytes, { headers: { "content-type": "application/json", "cache-control": "no-store" } });
}
`;

/**
 * A Next application of one bare route that answers the given bytes, built beside the checkout's own modules and removed
 * at its end: the baseline that tells what a route of ours costs beyond the framework and the network.
 * @throws Error with the build's words
 */
export async function startBareServer(bytes: Buffer): Promise<BareServer> {
  mkdirSync(join(ROOT, ".tmp"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, ".tmp/bench-bare-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "app/bare"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(folder, "next.config.mjs"), CONFIG);
  writeFileSync(join(folder, "app/bare/route.js"), ROUTE);
  writeFileSync(join(folder, "bytes"), bytes);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    BARE_BYTES: join(folder, "bytes"),
  };
  const built = spawnSync(process.execPath, [NEXT, "build", folder], { env, cwd: ROOT, encoding: "utf8" });
  if (built.status !== 0) {
    remove();
    throw new Error(`the bare route cannot be built:\n${built.stdout}\n${built.stderr}`);
  }
  const port = await freePort();
  const log = openSync(join(folder, "log"), "a");
  const child = startChild({
    name: "bare route",
    args: [NEXT, "start", folder, "--hostname", "127.0.0.1", "--port", String(port)],
    env,
    output: log,
  });
  closeSync(log);
  const end = () => child.end().finally(remove);
  const url = `http://127.0.0.1:${port}/bare`;
  for (const until = Date.now() + 30_000; Date.now() < until; await sleep(100)) {
    const answer = await httpGet(url).catch(() => null);
    if (answer?.status === 200 && answer.body.equals(bytes)) return { url, end };
  }
  await end();
  throw new Error("the bare route does not answer");
}
