import { inArray, sql } from "drizzle-orm";
import type { Connection as ConnectionAnswer, ConnectionList } from "@/lib/contract/connection";
import { isActive } from "@/lib/jobs/state";
import { hasRole, maySee, type RequestUser } from "@/lib/server/auth/authenticate";
import type { ConfiguredConnection } from "@/lib/server/connections/configured-connection";
import { connectionDirectory } from "@/lib/server/connections/configured-connections";
import { currentHealth } from "@/lib/server/connections/current-health";
import type { Descriptors } from "@/lib/server/connections/read-entry";
import { secretFields } from "@/lib/server/connections/stored-connections";
import { vendorDescriptors } from "@/lib/server/connections/vendor-descriptors";
import type { Connection } from "@/lib/server/db/database";
import { jobCounts } from "@/lib/server/db/schema/jobs";
import type { Services } from "@/lib/server/routes/services";
import { connectionHealthRows, type ConnectionHealthRow } from "@/lib/server/store/health";
import { JOB_STATES } from "@/lib/jobs/state";

/** Every connection that this user may see, with its health; for admins also the file's problem and the forms. */
export async function showConnections(services: Services, user: RequestUser): Promise<ConnectionList> {
  const directory = connectionDirectory(services);
  const configured = (await directory.list()).filter((one) => maySee(user, one.id));
  const shown = await withHealth(services, configured);
  const admin = hasRole(user, "admin");
  return {
    items: shown,
    fileProblem: admin ? directory.fileProblem() : null,
    vendors: admin ? formsOf(vendorDescriptors()) : [],
  };
}

/** One connection as the API shows it: where it points and how it fares, and never a secret. */
export async function showConnection(services: Services, config: ConfiguredConnection): Promise<ConnectionAnswer> {
  const [shown] = await withHealth(services, [config]);
  if (shown === undefined) throw new Error("a connection shows nothing");
  return shown;
}

async function withHealth(
  services: Services,
  configured: readonly ConfiguredConnection[],
): Promise<ConnectionAnswer[]> {
  const rows = new Map((await connectionHealthRows(services.db)).map((row) => [row.connection, row]));
  const active = await activeJobs(services.db, configured);
  const descriptors = vendorDescriptors();
  return configured.map((config) =>
    toAnswer(config, rows.get(config.id) ?? null, active.get(config.id) ?? 0, descriptors, services.now()),
  );
}

async function activeJobs(db: Connection, configured: readonly ConfiguredConnection[]): Promise<Map<string, number>> {
  if (configured.length === 0) return new Map();
  const rows = await db
    .select({ connection: jobCounts.connection, n: sql<number>`sum(${jobCounts.n})::int` })
    .from(jobCounts)
    .where(inArray(jobCounts.state, JOB_STATES.filter(isActive)))
    .groupBy(jobCounts.connection);
  return new Map(rows.map((row) => [row.connection, row.n]));
}

const MINUTE_MS = 60_000;

function toAnswer(
  config: ConfiguredConnection,
  row: ConnectionHealthRow | null,
  active: number,
  descriptors: Descriptors,
  now: number,
): ConnectionAnswer {
  const descriptor = descriptors[config.vendor];
  const { baseUrl: _address, ...settings } = config.settings;
  const secrets = descriptor === undefined ? [] : secretFields(descriptor, config.auth.type);
  const current = row === null ? null : currentHealth(row, config, now);
  const instant = (at: number | null | undefined): string | null => (at == null ? null : new Date(at).toISOString());
  return {
    id: config.id,
    name: config.name,
    vendor: config.vendor,
    vendorLabel: descriptor?.label ?? config.vendor,
    baseUrl: config.baseUrl,
    origin: config.trust,
    health: config.paused ? "paused" : (current?.health ?? "starting"),
    since: new Date(current?.since ?? now).toISOString(),
    lastAnswerAt: instant(row?.lastAnswerAt),
    lastErrorAt: instant(row?.lastErrorAt),
    lastError: current?.lastError ?? null,
    notice: row?.notice ?? null,
    nextPollAt: config.paused ? null : instant(row?.nextPollAt),
    pollSeconds: config.pollSeconds,
    quickSeconds: (row?.quickMs ?? 2000) / 1000,
    // What was spent counts for the minute in which it was counted.
    budget: { perMinute: config.budgetPerMinute, spent: row !== null && now - row.spentAt < MINUTE_MS ? row.spent : 0 },
    jobs: { active, skippedRows: row?.skippedRows ?? 0 },
    skipped: (row?.skipped ?? []).map(({ id, reason, at }) => ({ id, reason, at: new Date(at).toISOString() })),
    hasSecret: secrets.some((field) => (config.auth.values[field] ?? "") !== ""),
    paused: config.paused,
    authType: config.auth.type,
    settings,
    kinds: (descriptor?.kinds ?? []).map(({ kind, label, detailsType, definition, actions }) => ({
      kind,
      label,
      detailsType,
      definition,
      actions: [...actions],
    })),
  };
}

function formsOf(descriptors: Descriptors): ConnectionList["vendors"] {
  return Object.values(descriptors).map(({ id, label, docsUrl, auth, settings }) => ({
    id,
    label,
    docsUrl,
    auth: auth.map((option) => ({ type: option.type, label: option.label, fields: [...option.fields] })),
    settings: [...settings],
  }));
}
