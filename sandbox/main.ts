import type { Server } from "node:http";
import { createDatameerSandbox } from "./datameer/server";
import { createDremioSandbox } from "./dremio/server";
import { createDliSandbox } from "./huawei-dli/server";
import { listen, type RunningSandbox } from "./kit/sandbox-server";

/** Every vendor's sandbox: its usual port, and the variable that overrules it. */
const SANDBOXES: readonly { vendor: string; variable: string; port: number; create(): Server }[] = [
  { vendor: "dremio", variable: "SANDBOX_DREMIO_PORT", port: 9047, create: () => createDremioSandbox() },
  { vendor: "huawei-dli", variable: "SANDBOX_DLI_PORT", port: 9048, create: () => createDliSandbox() },
  { vendor: "datameer", variable: "SANDBOX_DATAMEER_PORT", port: 9049, create: () => createDatameerSandbox() },
];

const running: RunningSandbox[] = [];

try {
  for (const { vendor, variable, port, create } of SANDBOXES) {
    const chosen = portFrom(process.env[variable], variable) ?? port;
    const sandbox = await listen(create(), chosen).catch((error: unknown) => {
      throw new Error(refusal(error, vendor, chosen, variable));
    });
    running.push(sandbox);
    console.log(`${vendor} sandbox at ${sandbox.origin}`);
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void end(0));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  await end(1);
}

async function end(code: number): Promise<void> {
  await Promise.all(running.map((sandbox) => sandbox.close()));
  process.exit(code);
}

/** Null: not set. 0 takes a free port. */
function portFrom(text: string | undefined, variable: string): number | null {
  if (text === undefined || text === "") return null;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`${variable} must be a port, 0 to 65535, and is "${text}"`);
}

function refusal(error: unknown, vendor: string, port: number, variable: string): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "EADDRINUSE") {
    return `The ${vendor} sandbox cannot start: port ${port} is taken. Free it, or set ${variable} to another port.`;
  }
  return `The ${vendor} sandbox cannot start on port ${port}: ${error instanceof Error ? error.message : String(error)}`;
}
