import { join } from "node:path";
import { startChild, type Child, type ChildOptions } from "./child";
import { ROOT } from "../root";

/** Longer than a proxy keeps its idle connections, a minute by most: it must not send on one that is just being closed. */
const KEEP_ALIVE_MS = 75_000;
const NEXT = join(ROOT, "node_modules/next/dist/bin/next");

/**
 * Starts the built server; of another folder's build, where one is given. Its own start of signals is off: ours gives
 * leases and the database's lock back first.
 */
export function startNextServer(
  { hostname, port, build }: { hostname: string; port: number; build?: string },
  options: Pick<ChildOptions, "env" | "output">,
): Child {
  const folder = build === undefined ? [] : [build];
  const address = ["--hostname", hostname, "--port", String(port), "--keepAliveTimeout", String(KEEP_ALIVE_MS)];
  return startChild({
    name: "server",
    args: [NEXT, "start", ...folder, ...address],
    env: { ...options.env, NODE_ENV: "production", NEXT_MANUAL_SIG_HANDLE: "true", NEXT_TELEMETRY_DISABLED: "1" },
    output: options.output,
  });
}
