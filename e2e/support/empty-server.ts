import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoEnv } from "../../scripts/demo/demo-env";
import { startNextServer } from "../../scripts/processes/next-server";
import { freePort } from "../../scripts/processes/port";
import { waitUntilReady } from "../../scripts/processes/wait-until-ready";

/** A server that was just installed: no user, no connection. */
export interface EmptyServer {
  baseUrl: string;
  /** What it has written to its console. */
  console(): string;
  /** Ends and removes it. */
  end(): Promise<void>;
}

export async function openEmptyServer(): Promise<EmptyServer> {
  const folder = mkdtempSync(join(tmpdir(), "jobwatch-e2e-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const log = join(folder, "server.log");
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const env = {
    ...demoEnv(process.env),
    PORT: String(port),
    DATA_DIR: join(folder, "data"),
    CONNECTIONS_FILE: undefined,
    DEMO_ACCOUNTS: undefined,
  };
  const server = startNextServer({ hostname: "127.0.0.1", port }, { env, output: openSync(log, "a") });
  const end = () => server.end().then(remove);
  const read = () => readFileSync(log, "utf8");
  await waitUntilReady(baseUrl, server).catch(async (error: unknown) => {
    const written = read();
    await end();
    throw new Error(`${String(error)}\n${written}`);
  });
  return { baseUrl, console: read, end };
}
