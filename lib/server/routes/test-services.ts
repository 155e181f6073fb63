import { sessionToken } from "@/lib/server/auth/session-cookie";
import { createTestDatabase } from "@/lib/server/db/test-database";
import type { Env } from "@/lib/server/env";
import { setServices, type Services } from "@/lib/server/routes/services";
import type { Role } from "@/lib/contract/primitives";
import { createSession } from "@/lib/server/store/access/sessions";
import { createUser, type UserRow } from "@/lib/server/store/access/users";

/** An environment for tests: the contract's defaults, and secrets that are worth nothing. */
export const testEnv: Env = {
  databaseUrl: null,
  dataDir: ".tmp/none",
  authSecret: "k7Zq0vT3mX9bR5cW1nL8pD4sF6gH2jYa",
  encryptionKeys: ["q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA="],
  connectionsFile: null,
  bootstrapAdmin: null,
  collector: "off",
  port: 3000,
  hostname: "127.0.0.1",
  publicUrl: null,
  sessionHours: 24,
  retentionDays: null,
  vendorNetworks: [],
  metricsToken: null,
  logLevel: "silent",
};

export interface TestServices extends Services {
  env: Env;
  /** What `now()` answers; moved by hand. */
  clock: { at: number };
  user(
    role: Role,
    facts?: Partial<Pick<UserRow, "email" | "passwordHash" | "connections" | "disabled">>,
  ): Promise<UserRow>;
  /** Headers of a browser in which this user is logged in, for reads and changes. */
  browser(user: UserRow): Promise<Record<string, string>>;
  close(): Promise<void>;
}

/** A fresh database behind every route of this process, until it is closed. */
export async function createTestServices(env: Partial<Env> = {}): Promise<TestServices> {
  const opened = await createTestDatabase();
  const clock = { at: Date.UTC(2026, 0, 5, 12) };
  let made = 0;
  const services: TestServices = {
    db: opened.db,
    env: { ...testEnv, ...env },
    clock,
    now: () => clock.at,
    async user(role, facts = {}) {
      const email = `${role}-${made++}@example.com`;
      const user = { email, passwordHash: null, role, connections: null, disabled: false, ...facts };
      const row = await createUser(opened.db, user, clock.at);
      if (row === null) throw new Error(`${user.email} exists`);
      return row;
    },
    async browser(user) {
      const sid = await createSession(opened.db, user.id, clock.at, services.env.sessionHours * 3_600_000);
      return {
        cookie: `jobwatch.session-token=${await sessionToken(sid, services.env)}`,
        origin: `http://127.0.0.1:${services.env.port}`,
        "x-requested-with": "jobwatch",
        "content-type": "application/json",
      };
    },
    async close() {
      setServices(null);
      await opened.close();
    },
  };
  setServices(services);
  return services;
}
