import { spawn } from "node:child_process";
import { join } from "node:path";
import { markBuilt, sourceStamp } from "./source-stamp";
import { ROOT } from "../root";

/** Builds for production, its progress on our own output. Resolves to whether it worked; `signal` ends it. */
export async function buildApp(signal?: AbortSignal): Promise<boolean> {
  const stamp = sourceStamp(ROOT);
  const next = join(ROOT, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "inherit", "inherit"],
    signal,
  });
  const worked = await new Promise<boolean>((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
  if (worked) markBuilt(ROOT, stamp);
  return worked;
}
