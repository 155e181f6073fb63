import { join } from "node:path";
import { startChild, type Child, type ChildOptions } from "./child";
import { ROOT } from "../root";

const NEXT = join(ROOT, "node_modules/next/dist/bin/next");

/** Starts the built server. Its own start of signals is off: ours gives leases and the database's lock back first. */
export function startNextServer(
  { hostname, port }: { hostname: string; port: number },
  options: Pick<ChildOptions, "env" | "output">,
): Child {
  return startChild({
    name: "server",
    args: [NEXT, "start", "--hostname", hostname, "--port", String(port)],
    env: { ...options.env, NODE_ENV: "production", NEXT_MANUAL_SIG_HANDLE: "true", NEXT_TELEMETRY_DISABLED: "1" },
    output: options.output,
  });
}
