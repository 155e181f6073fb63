import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { VARIABLES } from "../../lib/server/env/variables";
import { startNextServer } from "../processes/next-server";
import { freePort } from "../processes/port";
import { waitUntilReady } from "../processes/wait-until-ready";
import { mustGet, type Answer } from "./http-get";
import type { Store } from "./store";

export interface ServerOptions {
  /** The content of its connections file. */
  connections?: object[];
  env?: Record<string, string>;
}

/** A built server of its own, on a store that nobody else has open. */
export interface BenchServer {
  origin: string;
  pid: number;
  cookies: readonly string[];
  /** Asks as one viewer after the other. @throws Error for another status */
  get(path: string, status?: number, headers?: Record<string, string>): Promise<Answer>;
  end(): Promise<void>;
}

/** @throws Error with the end of its log where it does not start */
export async function startBenchServer(store: Store, folder: string, options: ServerOptions): Promise<BenchServer> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const logFile = join(folder, "log");
  const connectionsFile = join(folder, "connections.yaml");
  // Every JSON text is a YAML text.
  writeFileSync(connectionsFile, JSON.stringify({ connections: options.connections ?? [] }));
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production" };
  for (const name of VARIABLES) delete env[name];
  Object.assign(env, store.env, options.env, {
    PORT: String(port),
    HOSTNAME: "127.0.0.1",
    LOG_LEVEL: "warn",
    CONNECTIONS_FILE: connectionsFile,
  });
  const log = openSync(logFile, "a");
  const child = startNextServer({ hostname: "127.0.0.1", port }, { env, output: log });
  closeSync(log);
  try {
    await waitUntilReady(origin, child);
  } catch (error) {
    await child.end();
    const words = readFileSync(logFile, "utf8").trim().split("\n").slice(-10).join("\n");
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${words}`);
  }
  let turn = 0;
  return {
    origin,
    pid: child.pid,
    cookies: store.cookies,
    get(path, status = 200, headers = {}) {
      const cookie = store.cookies[turn++ % store.cookies.length] ?? "";
      return mustGet(origin + path, status, { cookie, ...headers });
    },
    end: () => child.end(),
  };
}
