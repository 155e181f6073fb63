import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { cookieName, sessionToken } from "../../lib/server/auth/session-cookie";
import type { OpenDatabase } from "../../lib/server/db/database";
import { openEmbedded } from "../../lib/server/db/open-embedded";
import { openPostgres } from "../../lib/server/db/open-postgres";
import { createSession } from "../../lib/server/store/access/sessions";
import { createUser } from "../../lib/server/store/access/users";
import type { DatabaseServer } from "./database-server";
import { seedStore } from "./seed-store";

export type Engine = "embedded" | "postgres";

/** A database full of jobs that no process has open, with what a server needs to stand on it. */
export interface Store {
  env: Record<string, string>;
  /** Cookie headers of logged-in viewers: a session may ask 50 times a second and no more. */
  cookies: string[];
}

const SESSIONS = 60;

export async function makeStore(wish: {
  engine: Engine;
  jobs: number;
  dataDir: string;
  postgres: DatabaseServer;
}): Promise<Store> {
  const env: Record<string, string> = {
    DATA_DIR: wish.dataDir,
    AUTH_SECRET: randomBytes(32).toString("base64"),
    ENCRYPTION_KEYS: randomBytes(32).toString("base64"),
  };
  if (wish.engine === "postgres") env.DATABASE_URL = await wish.postgres.newDatabase();
  const database = await openStore({ env });
  try {
    if (wish.jobs > 0) await seedStore(database, wish.jobs);
    return { env, cookies: await logIn(database, env.AUTH_SECRET ?? "") };
  } finally {
    await database.close();
  }
}

/** Opens the database in this process. No server may stand on an embedded one meanwhile. */
export function openStore({ env }: Pick<Store, "env">): Promise<OpenDatabase> {
  if (env.DATABASE_URL !== undefined) return openPostgres(env.DATABASE_URL);
  return openEmbedded(join(env.DATA_DIR ?? "", "database"));
}

async function logIn({ db }: OpenDatabase, authSecret: string): Promise<string[]> {
  const now = Date.now();
  const viewer = { email: "viewer@jobwatch.test", passwordHash: null, role: "operator", connections: null } as const;
  const user = await createUser(db, { ...viewer, disabled: false }, now);
  if (user === null) throw new Error("the store has this user already");
  const settings = { authSecret, publicUrl: null, sessionHours: 24 };
  const cookies: string[] = [];
  for (let n = 0; n < SESSIONS; n++) {
    const sid = await createSession(db, user.id, now, 24 * 3_600_000);
    cookies.push(`${cookieName(settings, "session-token")}=${await sessionToken(sid, settings)}`);
  }
  return cookies;
}
