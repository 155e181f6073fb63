import { listen, type RunningSandbox } from "../../sandbox/kit/sandbox-server";
import { createDatameerSandbox } from "../../sandbox/datameer/server";
import { createDremioSandbox } from "../../sandbox/dremio/server";
import { createDliSandbox } from "../../sandbox/huawei-dli/server";
import type { Scenes } from "./scenes";

/** A vendor's sandbox with the entry of the connections file that leads to it. */
export interface Vendor {
  sandbox: RunningSandbox;
  connection: { id: string; pollSeconds: number } & Record<string, unknown>;
}

/** A Dremio with 2,000 jobs behind it. Nothing arrives by itself; its own clock must run, since its lists are jobs of it. */
export async function dremio(scenes: Scenes, pollSeconds: number): Promise<Vendor> {
  const jobs = { past: 2_000, alive: 0 };
  const sandbox = await started(scenes, listen(createDremioSandbox({ jobs }), 0));
  const auth = { type: "token", token: "sandbox-dremio-token" };
  const at = { baseUrl: sandbox.origin, auth, pollSeconds, budgetPerMinute: 1_000 };
  return { sandbox, connection: { id: "lake", name: "Dremio", vendor: "dremio", ...at } };
}

/** A DLI whose clock stands still: its jobs stay as they are. */
export async function stillDli(scenes: Scenes, pollSeconds: number): Promise<Vendor> {
  const jobs = { sql: 320, flink: 27, sparkBatch: 40, arrivals: false };
  const sandbox = await started(scenes, listen(createDliSandbox({ jobs }), 0));
  await control(sandbox, "POST", "/clock", { speed: 0 });
  const projectId = "330e068af1334c9782f4226acc00a2e2";
  const auth = { type: "token", token: "sandbox-dli-token" };
  const at = { baseUrl: sandbox.origin, projectId, auth, pollSeconds };
  return { sandbox, connection: { id: "dli-north", name: "DLI", vendor: "huawei-dli", ...at } };
}

/** A Datameer whose clock stands still. */
export async function stillDatameer(scenes: Scenes, pollSeconds: number): Promise<Vendor> {
  const sandbox = await started(scenes, listen(createDatameerSandbox({ active: 8 }), 0));
  await control(sandbox, "POST", "/clock", { speed: 0 });
  const auth = { type: "basic", username: "admin", password: "sandbox-datameer-password" };
  const at = { baseUrl: sandbox.origin, timeZone: "Asia/Shanghai", auth, pollSeconds };
  const configurations = [{ id: 4, fileId: 48 }, { id: 17 }];
  return { sandbox, connection: { id: "datameer", name: "Datameer", vendor: "datameer", ...at, configurations } };
}

async function started(scenes: Scenes, listening: Promise<RunningSandbox>): Promise<RunningSandbox> {
  const sandbox = await listening;
  scenes.atEndOfFigure(() => sandbox.close());
  return sandbox;
}

/** Asks a sandbox's control door. @throws Error with its answer where it refuses */
export async function control<T>({ origin }: RunningSandbox, method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${origin}/__sandbox${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}

/** How many calls reached the vendor's API since they were last forgotten. */
export async function callsOf(sandbox: RunningSandbox): Promise<number> {
  return (await control<{ count: number }>(sandbox, "GET", "/calls")).count;
}

export async function forgetCalls(sandbox: RunningSandbox): Promise<void> {
  await control(sandbox, "DELETE", "/calls");
}
