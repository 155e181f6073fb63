import { users } from "@/lib/server/db/schema/access";
import { actions } from "@/lib/server/db/schema/actions";
import { openEmbedded } from "@/lib/server/db/open-embedded";
import { startCollector } from "@/lib/server/collector/collector";
import { getJob } from "@/lib/server/jobs/get-job";
import { requestAction } from "@/lib/server/jobs/request-action";
import type { JobServices } from "@/lib/server/jobs/services";
import { lake, OPERATOR } from "@/lib/server/jobs/testkit/world";
import { createOutbound } from "@/lib/server/outbound/outbound";
import { ConnectionHub } from "@/lib/server/vendors/connection-hub";
import { verifyAudit } from "@/lib/server/store/read-audit";
import { vendors } from "@/lib/vendors/registry";

/** What this process is asked to do: cancel jobs, and stop for ever at one of two points of each cancel. */
export interface Cancel {
  id: string;
  stopAt: "before the call" | "after the answer";
}

/** What it says, again and again. */
export interface Word {
  /** Jobs whose cancel has come to its point. */
  stopped: string[];
  outcomes: Record<string, string>;
  auditOk: boolean;
}

const [directory, origin, wish] = process.argv.slice(2);
if (!directory || !origin || !wish) throw new Error("which directory, which vendor, which jobs?");
const cancels = JSON.parse(wish) as Cancel[];
const stopped: string[] = [];

const dremio = vendors.dremio;
if (!dremio?.act) throw new Error("Dremio takes no actions");
const act = dremio.act.bind(dremio);
const dying = {
  ...dremio,
  act: async (...args: Parameters<typeof act>) => {
    const [, { id }] = args;
    if (cancels.find((cancel) => cancel.id === id)?.stopAt === "after the answer") await act(...args);
    stopped.push(id);
    return new Promise<never>(() => {});
  },
};

const database = await openEmbedded(directory);
const { db } = database;
const hub = new ConnectionHub(createOutbound({ vendorNetworks: [] }), { dremio: dying }, Date.now);
const port = Number(new URL(origin).port);
hub.configure([lake({ origin, port, close: async () => {} })]);
const { id, email, role, connections } = OPERATOR;
await db
  .insert(users)
  .values({ id, email, role, connections, passwordHash: null, disabled: false, createdAt: 0 })
  .onConflictDoNothing();
const log = { info: () => {}, warn: () => {} };
await startCollector({ database, hub, now: Date.now, random: Math.random, log });

const services: JobServices = { db, hub, now: Date.now, env: { retentionDays: null } as JobServices["env"] };
for (const cancel of cancels) {
  const ref = { connection: "lake", kind: "query", id: cancel.id };
  await getJob(services, OPERATOR, ref, null);
  void requestAction(services, OPERATOR, ref, "cancel", {});
}
for (;;) {
  const rows = await db.select({ job: actions.jobId, outcome: actions.outcome }).from(actions);
  const outcomes = Object.fromEntries(rows.map(({ job, outcome }) => [job, outcome]));
  process.send?.({ stopped, outcomes, auditOk: (await verifyAudit(db)).ok } satisfies Word);
  await new Promise((resolve) => setTimeout(resolve, 200));
}
