import { at } from "@/components/preview/samples/jobs";
import type { AuditEntry } from "@/lib/contract/audit";
import type { Token, User, View } from "@/lib/contract/access";
import { ACTION_OUTCOMES, JOB_ACTIONS } from "@/lib/jobs/action";

const user = (id: string, role: User["role"], part: Partial<User> = {}): User => ({
  id,
  email: `${role}@jobwatch.test`,
  role,
  connections: null,
  disabled: false,
  createdAt: at(0),
  lastSeenAt: at(5),
  ...part,
});

/** Users of every sort; the first is the one who looks. */
export const SAMPLE_USERS: readonly User[] = [
  user("1", "admin"),
  user("2", "operator", { lastSeenAt: at(1) }),
  user("3", "viewer", { connections: ["lake", "datameer"] }),
  user("4", "viewer", { email: "nowhere@jobwatch.test", connections: [], lastSeenAt: null }),
  user("5", "operator", { email: `${"long-name-".repeat(6)}@jobwatch.test`, disabled: true }),
];

export const SAMPLE_TOKENS: readonly Token[] = [
  { id: "1", name: "nightly report", createdAt: at(0), lastUsedAt: at(4) },
  { id: "2", name: "never used", createdAt: at(1), lastUsedAt: null },
];

export const SAMPLE_VIEWS: readonly View[] = [
  {
    id: "1",
    name: "Failed in the lake",
    query: "connection=lake&state=failed",
    shared: true,
    mine: true,
    createdAt: at(0),
  },
  { id: "2", name: "My queue", query: "queue=LARGE", shared: false, mine: true, createdAt: at(1) },
  { id: "3", name: "Streams", query: "kind=flink", shared: true, mine: false, createdAt: at(2) },
];

const HASH = "9f2c4e7a10b35d68c1f0e2a4968b7d5312fe0c9a84b6d17e35a2c8f901d4b6e7";

const entry = (id: number, part: Partial<AuditEntry>): AuditEntry => ({
  id: `audit-${id}`,
  at: at(5, 59 - id),
  by: "operator@jobwatch.test",
  action: "cancel",
  connection: "lake",
  kind: "query",
  jobId: "19ed1d0c-2f5a-7b3c-9d41-6a0e3b8c4f00",
  reason: null,
  outcome: "confirmed",
  vendorMessage: null,
  settledAt: at(5, 59),
  hash: `${id.toString(16)}${HASH}`.slice(0, 64),
  ...part,
});

/** Every outcome, every action, what admins do, and words that no table has. */
export const SAMPLE_ENTRIES: readonly AuditEntry[] = [
  ...ACTION_OUTCOMES.map((outcome, n) =>
    entry(n, {
      outcome,
      reason: n % 2 === 0 ? "it reads the whole lake, and others wait for it since this morning" : null,
      vendorMessage: outcome === "refused" ? "Permission denied on user [operator]" : null,
      settledAt: outcome === "asked" || outcome === "accepted" ? null : at(5, 59),
    }),
  ),
  ...JOB_ACTIONS.map((action, n) =>
    entry(10 + n, {
      action,
      connection: "datameer",
      kind: "configuration",
      jobId: "4",
      by: "admin@jobwatch.test, token nightly report",
    }),
  ),
  entry(20, { action: "connection.update", connection: "lake-old", kind: "", jobId: "", by: "admin@jobwatch.test" }),
  entry(21, {
    action: "user.create",
    connection: "",
    kind: "",
    jobId: "viewer@jobwatch.test",
    by: "admin@jobwatch.test",
  }),
  entry(22, { action: "something.new", connection: "", kind: "", jobId: "", outcome: "half-done" }),
];
