import { spawn, type ChildProcess } from "node:child_process";
import { afterEach, expect, it, vi } from "vitest";
import { ROOT } from "../root";
import { freePort, isFree } from "./port";

/** As the demo does: starts a server that takes its time to end, and ends it on Ctrl-C. */
const PARENT = `
import { startChild } from "./scripts/processes/child.ts";
const listen = \`
  const server = require("node:http").createServer((_, answer) => answer.end());
  server.listen(\${process.env.CHILD_PORT}, "127.0.0.1");
  process.on("SIGINT", () => console.log("the child heard Ctrl-C itself"));
  process.on("SIGTERM", () => setTimeout(() => process.exit(0), 300));\`;
const child = startChild({ name: "server", args: ["--eval", listen], env: process.env });
process.on("SIGINT", () => void child.end().then(() => process.exit(0)));
await child.exited;
`;

let parent: ChildProcess | null = null;
afterEach(() => void parent?.kill("SIGKILL"));

async function start(): Promise<{ port: number; output: () => string; exited: Promise<unknown> }> {
  const port = await freePort();
  let output = "";
  // A process group of its own, as a terminal gives one.
  parent = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", PARENT], {
    cwd: ROOT,
    env: { ...process.env, CHILD_PORT: String(port) },
    detached: true,
  });
  for (const stream of [parent.stdout, parent.stderr]) stream?.on("data", (chunk) => (output += String(chunk)));
  const exited = new Promise((resolve) => parent?.once("exit", (code, signal) => resolve(code ?? signal)));
  await vi.waitFor(async () => expect(await isFree(port)).toBe(false), { timeout: 30_000, interval: 100 });
  return { port, output: () => output, exited };
}

it("Ctrl-C reaches what we started once and by us, and nothing listens when we are gone", async () => {
  const { port, output, exited } = await start();
  process.kill(-(parent?.pid ?? 0), "SIGINT");
  expect([await exited, output()]).toEqual([0, ""]);
  expect(await isFree(port)).toBe(true);
});

it("what we started ends by itself where we are killed", async () => {
  const { port, exited } = await start();
  parent?.kill("SIGKILL");
  await exited;
  await vi.waitFor(async () => expect(await isFree(port)).toBe(true), { timeout: 30_000, interval: 100 });
});
