import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createDatameerSandbox } from "../../sandbox/datameer/server";
import { createDremioSandbox } from "../../sandbox/dremio/server";
import { createDliSandbox } from "../../sandbox/huawei-dli/server";
import { listen } from "../../sandbox/kit/sandbox-server";
import { buildId } from "../../scripts/build/source-stamp";
import { demoEnv } from "../../scripts/demo/demo-env";
import { startChild, TYPESCRIPT } from "../../scripts/processes/child";
import { startNextServer } from "../../scripts/processes/next-server";
import { freePort } from "../../scripts/processes/port";
import { waitUntilReady } from "../../scripts/processes/wait-until-ready";
import { ROOT } from "../../scripts/root";
import { VENDOR_SECRETS, writeConnectionsFile } from "./connections-file";
import { announceWorld, type World } from "./world";

const LATER_CLOCK = pathToFileURL(join(ROOT, "e2e/support/later-clock.mjs")).href;

/** Small worlds in which nothing arrives by itself. */
const STILL = {
  lake: { jobs: { past: 40, alive: 0 } },
  dli: { jobs: { sql: 12, flink: 12, sparkBatch: 6, arrivals: false } },
  datameer: { runsPerArtifact: 5, active: 0 },
};

/** What is other with the next server. */
export interface Other {
  /** The folder whose build it serves. */
  build?: string;
  /** How much later its clock stands than the vendors'. */
  laterMs?: number;
}

/** A world of its own, for a test that does to it what the others' world must not see. */
export interface OwnWorld extends World {
  /** Ends the server and starts another on the same port and database. */
  restart(other?: Other): Promise<void>;
  /** Ends and removes all of it. */
  end(): Promise<void>;
}

/**
 * The three vendors, a database of their own, and the built server in front of them.
 * @param lively the sandboxes' own worlds, as the demo has them, instead of still ones
 */
export async function openWorld({ lively = false } = {}): Promise<OwnWorld> {
  const worlds = lively ? { lake: {}, dli: {}, datameer: {} } : STILL;
  if (buildId(ROOT) === null) throw new Error("There is no build yet: run npm run build first.");
  const endings: (() => Promise<void>)[] = [];
  const end = async () => {
    for (const ending of endings.splice(0).toReversed()) await ending();
  };
  try {
    const folder = mkdtempSync(join(tmpdir(), "jobwatch-e2e-"));
    endings.push(async () => rmSync(folder, { recursive: true, force: true }));
    const servers = {
      lake: await listen(createDremioSandbox(worlds.lake), 0),
      dliNorth: await listen(createDliSandbox(worlds.dli), 0),
      datameer: await listen(createDatameerSandbox(worlds.datameer), 0),
    };
    const { lake, dliNorth, datameer } = servers;
    for (const server of [lake, dliNorth, datameer]) endings.push(() => server.close());
    const sandboxes = { lake: lake.origin, dliNorth: dliNorth.origin, datameer: datameer.origin };

    const connections = join(folder, "connections.yaml");
    writeConnectionsFile(connections, sandboxes);
    const port = await freePort();
    const env: NodeJS.ProcessEnv = {
      ...demoEnv(process.env),
      ...VENDOR_SECRETS,
      PORT: String(port),
      DATA_DIR: join(folder, "data"),
      CONNECTIONS_FILE: connections,
      PREVIEW: "1",
      // Connections that are added in the browser may reach the sandboxes, too.
      VENDOR_NETWORKS: "127.0.0.0/8",
    };
    const accounts = startChild({ name: "accounts", args: [...TYPESCRIPT, "scripts/demo/make-accounts.ts"], env });
    const { code, how } = await accounts.exited;
    if (code !== 0) throw new Error(`Making the accounts failed (${how}).`);

    const baseUrl = `http://127.0.0.1:${port}`;
    const start = ({ build, laterMs }: Other = {}) => {
      const clock = laterMs === undefined ? {} : { NODE_OPTIONS: `--import ${LATER_CLOCK}`, LATER_MS: String(laterMs) };
      return startServer({ port, baseUrl, env: { ...env, ...clock }, log: join(folder, "server.log"), build });
    };
    let server = await start();
    endings.push(() => server.end());
    const restart = async (other?: Other) => {
      await server.end();
      server = await start(other);
    };
    return { baseUrl, sandboxes, restart, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The same, as the world of all tests. Resolves to what ends and removes it. */
export async function startWorld(wish: { lively?: boolean } = {}): Promise<() => Promise<void>> {
  const { baseUrl, sandboxes, end } = await openWorld(wish);
  announceWorld({ baseUrl, sandboxes });
  return end;
}

async function startServer(wish: {
  port: number;
  baseUrl: string;
  env: NodeJS.ProcessEnv;
  log: string;
  build?: string;
}): Promise<{ end(): Promise<void> }> {
  const { port, baseUrl, env, log, build } = wish;
  const server = startNextServer({ hostname: "127.0.0.1", port, build }, { env, output: openSync(log, "a") });
  let ending = false;
  const end = () => {
    ending = true;
    return server.end();
  };
  await waitUntilReady(baseUrl, server).catch(async (error: unknown) => {
    await end();
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${readFileSync(log, "utf8")}`);
  });
  void server.exited.then(() => {
    if (!ending) console.error(`The server has ended. Its log:\n${tail(log)}`);
  });
  return { end };
}

function tail(file: string): string {
  try {
    return readFileSync(file, "utf8").split("\n").slice(-40).join("\n");
  } catch {
    return "(removed)";
  }
}
