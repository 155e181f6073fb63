import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lockfile from "proper-lockfile";

/** Thrown where another process has the embedded database open. */
export class DirectoryInUse extends Error {
  override readonly name = "DirectoryInUse";
  constructor(directory: string, holder: string) {
    super(
      `${directory} is in use by ${holder}. Two openers of one embedded database lose rows without an error: stop the ` +
        `other process, give this one its own DATA_DIR, or use PostgreSQL (DATABASE_URL).`,
    );
  }
}

export interface DirectoryLock {
  release(): Promise<void>;
}

/**
 * Locks a directory against other processes on this host. A Unix socket is the proof of life: it answers as long as
 * the holder lives, even while its event loop is blocked, and is dead the moment it dies. The lock file is only the mutex
 * of the milliseconds in which a dead socket is replaced.
 * @throws DirectoryInUse naming the holder.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const socketPath = socketPathOf(directory);
  const holderFile = join(directory, "holder.json");
  const release = await lockfile.lock(directory, {
    lockfilePath: join(directory, "take-over.lock"),
    stale: 15_000,
    retries: { retries: 50, minTimeout: 50, maxTimeout: 300 },
  });
  try {
    if (await answers(socketPath)) throw new DirectoryInUse(directory, holderOf(holderFile));
    rmSync(socketPath, { force: true });
    const server = await listen(socketPath);
    writeFileSync(holderFile, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }), { mode: 0o600 });
    return {
      release: () =>
        new Promise((done) => {
          rmSync(holderFile, { force: true });
          server.close(() => done());
        }),
    };
  } finally {
    await release();
  }
}

/** Beside the data where the path fits into a socket address (about 108 bytes), else under the system's temporary folder. */
function socketPathOf(directory: string): string {
  const beside = join(directory, "in-use.sock");
  if (Buffer.byteLength(beside) < 100) return beside;
  return join(tmpdir(), `jobwatch-${createHash("sha256").update(directory).digest("hex").slice(0, 24)}.sock`);
}

function holderOf(file: string): string {
  try {
    const { pid, since } = JSON.parse(readFileSync(file, "utf8")) as { pid: number; since: string };
    return `process ${pid} (since ${since})`;
  } catch {
    return "another process";
  }
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", reject);
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}
