import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));
const FREE = { SANDBOX_DREMIO_PORT: "0", SANDBOX_DLI_PORT: "0", SANDBOX_DATAMEER_PORT: "0" };

const children: ChildProcess[] = [];
afterEach(() => children.splice(0).forEach((child) => child.kill("SIGKILL")));

function start(ports: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN], { env: { ...process.env, ...FREE, ...ports } });
  children.push(child);
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = once(child, "exit").then(([code]) => code as number | null);
  const lines = async (count: number) => {
    while (said.out.split("\n").length <= count) await Promise.race([once(child.stdout, "data"), ended]);
    return said.out.trim().split("\n");
  };
  return { child, said, ended, lines };
}

it("starts one sandbox a vendor, says where, and ends when told to", { timeout: 60_000 }, async () => {
  const { child, lines, ended } = start({});
  const said = await lines(3);
  expect(said.map((line) => line.split(" ")[0])).toEqual(["dremio", "huawei-dli", "datameer"]);
  for (const line of said) {
    const origin = line.split(" ").at(-1) ?? "";
    expect((await fetch(`${origin}/__sandbox/clock`)).status).toBe(200);
  }
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
});

it("ends with 1 and names the port that is taken", { timeout: 60_000 }, async () => {
  const holder = createServer().listen(0, "127.0.0.1");
  await once(holder, "listening");
  const { port } = holder.address() as AddressInfo;
  const { said, ended } = start({ SANDBOX_DLI_PORT: String(port) });
  expect(await ended).toBe(1);
  expect(said.err).toContain(`huawei-dli sandbox cannot start: port ${port} is taken`);
  holder.close();
});

it("ends with 1 and names a port that is none", { timeout: 60_000 }, async () => {
  const { said, ended } = start({ SANDBOX_DREMIO_PORT: "many" });
  expect(await ended).toBe(1);
  expect(said.err).toContain('SANDBOX_DREMIO_PORT must be a port, 0 to 65535, and is "many"');
});
