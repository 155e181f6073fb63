import { VARIABLES } from "../../lib/server/env/variables";
import { DEMO_ACCOUNTS } from "./accounts";

/** What of the caller's own settings the demo keeps; the rest would point it at another database or other keys. */
const KEPT: ReadonlySet<string> = new Set(["PORT", "LOG_LEVEL", "SESSION_HOURS", "METRICS_TOKEN"]);

/** The environment of the demo's server, made from the caller's. Its passwords are public, so it stays on the loopback. */
export function demoEnv(caller: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  const env: Record<string, string | undefined> = { ...caller };
  for (const name of VARIABLES) if (!KEPT.has(name)) delete env[name];
  return {
    ...env,
    NODE_ENV: "production",
    PORT: caller.PORT?.trim() || "3000",
    HOSTNAME: "127.0.0.1",
    LOG_LEVEL: caller.LOG_LEVEL || "warn",
    DATA_DIR: ".data/demo",
    CONNECTIONS_FILE: "sandbox/connections.yaml",
    DREMIO_TOKEN: "sandbox-dremio-token",
    DLI_TOKEN: "sandbox-dli-token",
    DATAMEER_PASSWORD: "sandbox-datameer-password",
    DEMO_ACCOUNTS: JSON.stringify(DEMO_ACCOUNTS),
  };
}

/** The sandboxes' ports are part of `sandbox/connections.yaml`, so they cannot be chosen here. */
export const SANDBOX_PORTS = [9047, 9048, 9049];

/** One sentence about the ports that are taken, with what to do. */
export function takenPorts(taken: readonly number[], port: number): string {
  const list = [taken.slice(0, -1).join(", "), ...taken.slice(-1)].filter((part) => part !== "").join(" and ");
  const [noun, verb, object] = taken.length === 1 ? ["Port", "is", "it"] : ["Ports", "are", "them"];
  const other = taken.length === 1 && taken[0] === port ? `, or choose another: PORT=${port + 1} npm run demo` : "";
  return `${noun} ${list} ${verb} taken: end the program that listens on ${object}${other}.`;
}
