import type { RequestUser } from "@/lib/server/auth/authenticate";
import type { ConfiguredConnection } from "@/lib/server/connections/configured-connection";
import { startCollector, type Collector, type CollectorDeps } from "@/lib/server/collector/collector";
import type { OpenDatabase } from "@/lib/server/db/database";
import { users } from "@/lib/server/db/schema/access";
import { createTestDatabase } from "@/lib/server/db/test-database";
import type { JobServices } from "@/lib/server/jobs/services";
import { createOutbound, type Outbound, type OutboundOptions } from "@/lib/server/outbound/outbound";
import { ConnectionHub } from "@/lib/server/vendors/connection-hub";
import { vendors } from "@/lib/vendors/registry";
import type { RunningSandbox } from "@/sandbox/kit/sandbox-server";

export const OPERATOR: RequestUser = {
  id: "operator",
  email: "operator@jobwatch.test",
  role: "operator",
  connections: null,
  by: "operator@jobwatch.test",
};
export const VIEWER: RequestUser = { ...OPERATOR, id: "viewer", email: "viewer@jobwatch.test", role: "viewer" };
export const ADMIN: RequestUser = { ...OPERATOR, id: "admin", email: "admin@jobwatch.test", role: "admin" };

function userRow({ id, email, role, connections }: RequestUser): typeof users.$inferInsert {
  return { id, email, role, connections, passwordHash: null, disabled: false, createdAt: 0 };
}

/** A `lake` connection to a running Dremio sandbox. */
export function lake(sandbox: RunningSandbox, changes: Partial<ConfiguredConnection> = {}): ConfiguredConnection {
  return {
    id: "lake",
    name: "Dremio lakehouse",
    vendor: "dremio",
    baseUrl: sandbox.origin,
    settings: { baseUrl: sandbox.origin, consoleUrl: null },
    auth: { type: "token", scheme: "bearer", values: { token: "sandbox-dremio-token" } },
    trust: "file",
    ca: null,
    pollSeconds: 1,
    budgetPerMinute: 6000,
    paused: false,
    jobs: [],
    configVersion: 1,
    ...changes,
  };
}

/** The server's parts around a real database and real sandboxes, without HTTP of its own. */
export class World {
  #collectors: Collector[] = [];
  /** Rounds that failed for a reason that is not a vendor's: there must be none. */
  readonly problems: unknown[] = [];
  readonly #lines: { facts: object; text: string }[] = [];

  private constructor(
    readonly database: OpenDatabase,
    readonly hub: ConnectionHub,
    readonly outbound: Outbound,
    readonly services: JobServices,
  ) {}

  static async open(connections: ConfiguredConnection[], options: Partial<OutboundOptions> = {}): Promise<World> {
    const database = await createTestDatabase();
    await database.db.insert(users).values([OPERATOR, VIEWER, ADMIN].map(userRow));
    const outbound = createOutbound({ vendorNetworks: [], ...options });
    const hub = new ConnectionHub(outbound, vendors, Date.now);
    hub.configure(connections);
    const env = { retentionDays: null } as JobServices["env"];
    return new World(database, hub, outbound, { db: database.db, env, now: Date.now, hub });
  }

  async collect(more: Pick<CollectorDeps, "retentionDays"> = {}): Promise<Collector> {
    const { database, hub } = this;
    const parts = { database, hub, now: Date.now, random: Math.random, log: this.#log };
    const collector = await startCollector({ ...parts, ...more });
    this.#collectors.push(collector);
    return collector;
  }

  readonly #log = {
    info: (facts: object, text: string) => void this.#lines.push({ facts, text }),
    warn: (facts: object) => {
      if ("err" in facts) this.problems.push(facts.err);
    },
  };

  /** The facts of each line of this text that the collector logged for information. */
  said(text: string): object[] {
    return this.#lines.flatMap((line) => (line.text === text ? [line.facts] : []));
  }

  /** @throws the first problem of the collector. */
  async close(): Promise<void> {
    await Promise.all(this.#collectors.map((collector) => collector.stop()));
    this.hub.close();
    await this.outbound.close();
    await this.database.close();
    if (this.problems.length > 0) throw this.problems[0];
  }
}

/** Asks a sandbox's control door. */
export async function control<T>(sandbox: RunningSandbox, method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${sandbox.origin}/__sandbox${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
