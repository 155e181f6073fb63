import type { Database } from "@/lib/server/db/database";
import { getDatabase } from "@/lib/server/db/get-database";
import { getEnv, type Env } from "@/lib/server/env";
import { processGlobal } from "@/lib/server/process-global";

/** What every route stands on. */
export interface Services {
  db: Database;
  env: Env;
  /** Epoch ms. */
  now(): number;
}

const holder = processGlobal("services", () => ({ instead: null as Services | null }));

/** @throws where the database cannot be opened. */
export async function getServices(): Promise<Services> {
  return holder.instead ?? { db: (await getDatabase()).db, env: getEnv(), now: Date.now };
}

/** Puts other services in place of the process's own, for tests; null goes back to them. */
export function setServices(services: Services | null): void {
  holder.instead = services;
}
