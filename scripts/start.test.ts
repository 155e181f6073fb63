import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort, whyNotListen } from "./processes/port";
import { ROOT } from "./root";

let taken: Server;
let port: number;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "jobwatch-start-"));
  port = await freePort();
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(port, "127.0.0.1", resolve));
});
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

it("npm start on a taken port says so in one line, and ends with 1", async () => {
  const env = { PATH: process.env.PATH, PORT: String(port), DATA_DIR: join(folder, "data"), NODE_ENV: "test" as const };
  const start = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], { cwd: ROOT, env });
  let output = "";
  for (const stream of [start.stdout, start.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  const code = await new Promise((resolve) => start.once("close", resolve));
  expect(output).toBe(
    `PORT: ${port} is taken on 127.0.0.1: end the program that listens on it, or choose another port.\n`,
  );
  expect(code).toBe(1);
});

it("tells a taken port from an address that is not this machine's", async () => {
  expect(await whyNotListen(await freePort(), "127.0.0.1")).toBeNull();
  expect(await whyNotListen(await freePort(), "192.0.2.1")).toMatch(/^HOSTNAME: 192\.0\.2\.1 /);
});
