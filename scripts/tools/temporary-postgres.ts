import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { freePort } from "../processes/port";
import type { PostgresPrograms } from "./find-postgres";
import { answerOf } from "./run";

export interface TemporaryPostgres {
  /** postgres://…, of a superuser that may create databases. */
  url: string;
  stop(): Promise<void>;
}

interface Runner {
  uid?: number;
  gid?: number;
}

/**
 * Ends the server and removes its folder once descriptor 3 is closed, which happens whatever we die of.
 * Arguments: the folder, then the server's command.
 */
const KEEPER = `
folder=$1; shift
"$@" 3<&- &
server=$!
(read -r _ <&3; kill -INT $server; while kill -0 $server; do sleep 0.1; done; rm -rf "$folder") 2>/dev/null &
wait $server
`;

const READY_WITHIN_MS = 60_000;

/**
 * A PostgreSQL of one's own in a temporary folder, on a free port of the loopback. PostgreSQL refuses root, so root runs
 * it as `postgres` or `nobody`. `stop` ends it and removes the folder. Only with `fsync` do
 * commits reach the disk.
 * @throws Error with the server's own words
 */
export async function startTemporaryPostgres(
  { bin }: PostgresPrograms,
  { fsync = false }: { fsync?: boolean } = {},
): Promise<TemporaryPostgres> {
  const runner = unprivileged();
  // The path of a Unix socket is limited to about a hundred bytes, and root's own temporary folder may be closed to others.
  const base = process.getuid?.() === 0 || tmpdir().length > 40 ? "/tmp" : tmpdir();
  const folder = mkdtempSync(join(base, "jobwatch-pg-"));
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  const log = join(folder, "log");
  const password = randomBytes(18).toString("hex");
  const port = await freePort();
  let server: ChildProcess | null = null;

  const stop = async () => {
    const keeper = server;
    if (keeper && keeper.exitCode === null && keeper.signalCode === null) {
      const gone = new Promise((resolve) => keeper.once("exit", resolve));
      (keeper.stdio[3] as Writable).end();
      const late = sleep(15_000, "late", { ref: false });
      if ((await Promise.race([gone, late])) === "late" && keeper.pid) process.kill(-keeper.pid, "SIGKILL");
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    mkdirSync(data, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    writeFileSync(log, "", { mode: 0o600 });
    if (runner.uid !== undefined && runner.gid !== undefined) {
      for (const path of [folder, data, passwordFile, log]) chownSync(path, runner.uid, runner.gid);
    }
    const initdb = ["-D", data, "-U", "jobwatch", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
    await once(join(bin, "initdb"), [...initdb, "-E", "UTF8", "--locale=C", "--no-sync"], runner);
    const settings = [
      "listen_addresses=127.0.0.1",
      `fsync=${fsync ? "on" : "off"}`,
      "max_connections=200",
      "log_destination=stderr",
    ];
    const command = [join(bin, "postgres"), "-D", data, "-p", String(port), "-k", folder];
    for (const setting of settings) command.push("-c", setting);
    server = spawn("/bin/sh", ["-c", KEEPER, "keeper", folder, ...command], {
      ...runner,
      cwd: "/",
      stdio: ["ignore", "ignore", openSync(log, "a"), "pipe"],
      detached: true,
    });
    const url = `postgres://jobwatch:${password}@127.0.0.1:${port}/postgres`;
    await untilReady(url, server, log);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function unprivileged(): Runner {
  if (process.getuid?.() !== 0) return {};
  for (const user of ["postgres", "nobody"]) {
    const uid = answerOf("id", ["-u", user]);
    const gid = answerOf("id", ["-g", user]);
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error("PostgreSQL does not run as root, and there is neither a user postgres nor a user nobody.");
}

function once(file: string, args: string[], runner: Runner): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...runner, cwd: "/", stdio: ["ignore", "pipe", "pipe"] });
    let words = "";
    child.stdout.on("data", (chunk: Buffer) => (words += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (words += chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${file} failed (${code}): ${words.trim()}`)),
    );
  });
}

async function untilReady(url: string, server: ChildProcess, log: string): Promise<void> {
  let last = "";
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await sleep(100)) {
    if (server.exitCode !== null || server.signalCode !== null) break;
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      await client.query("select 1");
      return;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    } finally {
      await client.end().catch(() => {});
    }
  }
  throw new Error(`PostgreSQL did not start: ${readFileSync(log, "utf8").trim() || last}`);
}
