import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
import { announceWorld } from "./world";

/** Small worlds in which nothing arrives by itself. */
const STILL = {
  lake: { jobs: { past: 40, alive: 0 } },
  dli: { jobs: { sql: 12, flink: 12, sparkBatch: 6, arrivals: false } },
  datameer: { runsPerArtifact: 5, active: 0 },
};

/**
 * The three vendors, a database of their own, and the built server in front of them. Resolves to what ends and removes
 * all of it.
 * @param lively the sandboxes' own worlds, as the demo has them, instead of still ones
 */
export async function startWorld({ lively = false } = {}): Promise<() => Promise<void>> {
  const worlds = lively ? { lake: {}, dli: {}, datameer: {} } : STILL;
  if (buildId(ROOT) === null) throw new Error("There is no build yet: run npm run build first.");
  const endings: (() => Promise<void>)[] = [];
  const endAll = async () => {
    for (const end of endings.toReversed()) await end();
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

    const log = join(folder, "server.log");
    const server = startNextServer({ hostname: "127.0.0.1", port }, { env, output: openSync(log, "a") });
    endings.push(() => server.end());
    const baseUrl = `http://127.0.0.1:${port}`;
    await waitUntilReady(baseUrl, server).catch((error: unknown) => {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n${readFileSync(log, "utf8")}`);
    });
    void server.exited.then(() => console.error(`The server has ended. Its log:\n${tail(log)}`));
    announceWorld({ baseUrl, sandboxes });
  } catch (error) {
    await endAll();
    throw error;
  }
  return endAll;
}

function tail(file: string): string {
  try {
    return readFileSync(file, "utf8").split("\n").slice(-40).join("\n");
  } catch {
    return "(removed)";
  }
}
