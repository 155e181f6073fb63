import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const children = new Set<ChildProcess>();

/** Runs a TypeScript file of this repository in a process of its own, which talks back by messages. */
export function startScript(file: string, args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", path.resolve(file), ...args], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, LOG_LEVEL: "error" },
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

/** The next message, as what the script is known to send. @throws where the process ends first. */
export async function messageOf<T>(child: ChildProcess): Promise<T> {
  const done = new AbortController();
  const { signal } = done;
  const ended = once(child, "exit", { signal }).then(([code]: unknown[]) => {
    throw new Error(`the process ended with ${String(code)} before it said anything`);
  });
  ended.catch(() => undefined);
  try {
    const [message] = (await Promise.race([once(child, "message", { signal }), ended])) as [T];
    return message;
  } finally {
    done.abort();
  }
}

/** Without a chance to tidy up; resolves when it is dead. */
export async function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const dead = once(child, "exit");
  child.kill("SIGKILL");
  await dead;
}

export async function killAll(): Promise<void> {
  await Promise.all([...children].map(killHard));
}
