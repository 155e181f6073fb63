import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../root";

export interface ChildOptions {
  /** What messages call it. */
  name: string;
  /** Arguments of node: a file first, then its own. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Where its output goes; the parent's own by default. */
  output?: "inherit" | "ignore" | number;
}

/** A process that we started, and so may end. */
export interface Child {
  name: string;
  pid: number;
  /** Resolves when it has ended, with how: `exit code 1`, `signal SIGKILL`. */
  exited: Promise<{ code: number | null; how: string }>;
  /** Asks it to end with SIGTERM, and makes it after `patienceMs`. Resolves when it is gone. */
  end(patienceMs?: number): Promise<void>;
}

const END_WITH_PARENT = pathToFileURL(join(ROOT, "scripts/processes/end-with-parent.mjs")).href;

/** What node needs in front of one of our TypeScript files. */
export const TYPESCRIPT = ["--conditions=react-server", "--import", import.meta.resolve("tsx")];

/**
 * Starts node in the checkout's root. The child has a process group of its own, so that Ctrl-C reaches it once and by
 * us, and it ends by itself where we are gone.
 */
export function startChild({ name, args, env, output = "inherit" }: ChildOptions): Child {
  const child = spawn(process.execPath, ["--import", END_WITH_PARENT, ...args], {
    cwd: ROOT,
    env,
    detached: process.platform !== "win32",
    stdio: ["ignore", output, output, "ipc"],
  });
  let gone = false;
  const exited = new Promise<{ code: number | null; how: string }>((resolve) => {
    child.once("error", (error) => resolve({ code: null, how: error.message }));
    child.once("exit", (code, signal) => resolve({ code, how: signal ? `signal ${signal}` : `exit code ${code}` }));
  }).finally(() => (gone = true));
  return {
    name,
    pid: child.pid ?? -1,
    exited,
    async end(patienceMs = 20_000) {
      if (gone) return;
      child.kill("SIGTERM");
      const hurry = setTimeout(() => child.kill("SIGKILL"), patienceMs);
      await exited;
      clearTimeout(hurry);
    },
  };
}
