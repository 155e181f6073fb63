import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../root";

/** The child that runs now, so that a signal ends it too. */
let current: (() => void) | null = null;

/**
 * Runs a program with its output on ours, in the checkout's root.
 * @returns its exit code; 127 where it cannot be started at all
 */
export function run(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const child = spawn(file, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  current = () => child.kill("SIGTERM");
  return new Promise<number>((resolve) => {
    child.once("error", () => resolve(127));
    child.once("exit", (code) => resolve(code ?? 1));
  }).finally(() => (current = null));
}

/** Ends what `run` runs now. */
export function endRunning(): void {
  current?.();
}

/** A program of node_modules, run by this node. */
export function runPackage(
  file: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<number> {
  return run(process.execPath, [join(ROOT, "node_modules", file), ...args], env);
}

/** What a short program prints; null where it cannot be started or fails. */
export function answerOf(file: string, args: readonly string[]): string | null {
  const { status, stdout } = spawnSync(file, args, {
    encoding: "utf8",
    timeout: 30_000,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout.trim() : null;
}
