import { getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OpenDatabase } from "../../lib/server/db/database";
import { openEmbedded } from "../../lib/server/db/open-embedded";
import * as schema from "../../lib/server/db/schema/schema";
import { createTestDatabase } from "../../lib/server/db/test-database";
import { createSession } from "../../lib/server/store/access/sessions";
import { createUser } from "../../lib/server/store/access/users";
import { applyReadings } from "../../lib/server/store/apply-readings";
import { appendAudit } from "../../lib/server/store/audit";
import { ensureHealth } from "../../lib/server/store/fence";
import { loadDetail } from "../../lib/server/store/job-detail";
import { verifyAudit } from "../../lib/server/store/read-audit";
import { exportData } from "./export-data";
import { importData } from "./import-data";
import { LEFT_OUT, TABLES } from "./tables";

const NOW = Date.parse("2026-07-02T12:00:00.000Z");
/** Digits that a JavaScript number cannot hold, a line break, and text beyond the basic plane. */
const ODD = { rowCount: "9007199254740993", note: 'line\nbreak \u2028 "quoted" 😀' };

let from: OpenDatabase;
let to: OpenDatabase;

beforeAll(async () => {
  // Embedded on one side: with TEST_ENGINE=postgres this is the move from one engine to the other.
  from = await openEmbedded(null);
  await fill(from);
});
afterAll(() => from.close());

beforeEach(async () => {
  to = await createTestDatabase();
});
afterEach(() => to.close());

async function fill({ db }: OpenDatabase): Promise<void> {
  const user = await createUser(
    db,
    { email: "ana@jobs.test", passwordHash: "x", role: "admin", connections: ["lake"], disabled: false },
    NOW,
  );
  await createSession(db, user?.id ?? "", NOW, 1_000);
  await db.insert(schema.storedConnections).values({
    id: "lake",
    name: "Lake",
    vendor: "dremio",
    baseUrl: "https://lake.test",
    settings: {},
    authType: "token",
    authValues: {},
    pollSeconds: 2.5,
    budgetPerMinute: null,
    paused: false,
    configVersion: 7,
    createdAt: NOW,
    updatedAt: NOW,
  });
  await db.insert(schema.connectionSecrets).values({ connection: "lake", field: "token", keyId: "k", sealed: "s" });
  await ensureHealth(db, "lake", NOW);
  for (const [index, word] of ["RUNNING", "COMPLETED"].entries()) await read(db, ["a", "b"], word, NOW + index * 1_000);
  await db.transaction(async (tx) => {
    for (const outcome of ["asked", "accepted"]) {
      await appendAudit(tx, {
        entry: "one",
        at: NOW,
        by: "ana@jobs.test",
        action: "cancel",
        connection: "lake",
        kind: "query",
        jobId: "a",
        reason: "déjà vu",
        outcome,
        vendorMessage: null,
      });
    }
  });
}

function read(db: OpenDatabase["db"], ids: string[], word: string, at: number) {
  return applyReadings(db, {
    connection: "lake",
    vendor: "dremio",
    snapshots: ids.map((id) => ({
      kind: "query",
      id,
      run: null,
      vendorState: word,
      state: word === "RUNNING" ? "running" : "succeeded",
      precision: "fine",
      attention: null,
      actions: [],
      ...(word === "RUNNING" ? {} : { endedAt: new Date(at).toISOString() }),
      details: { type: "dremio/query", ...ODD },
      raw: { "GET /job": { ...ODD, none: null, tiny: 1e-7, nested: [[]] } },
    })),
    startedAt: at,
    observedAt: at + 10,
    source: "active",
    fence: null,
  });
}

async function linesOf({ db }: OpenDatabase): Promise<string[]> {
  const lines: string[] = [];
  await exportData(db, async (line) => void lines.push(line));
  return lines;
}

async function* given(lines: readonly string[]) {
  yield* lines;
}

/** Without the head, whose instant differs, and in one order, since engines sort text differently. */
const content = (lines: readonly string[]) => lines.slice(1).sort();

describe("the record, exported and imported", () => {
  it("is the same, row by row", async () => {
    const lines = await linesOf(from);
    expect(await importData(to.db, given(lines))).toBe(lines.length - 2);
    expect(content(await linesOf(to))).toEqual(content(lines));
    expect(await loadDetail(to.db, { connection: "lake", kind: "query", id: "a" })).toEqual(
      await loadDetail(from.db, { connection: "lake", kind: "query", id: "a" }),
    );
  });

  it("goes on: the audit's chain holds and grows, and new jobs get numbers of their own", async () => {
    await importData(to.db, given(await linesOf(from)));
    expect(await verifyAudit(to.db)).toMatchObject({ ok: true, entries: 2 });
    await to.db.transaction((tx) =>
      appendAudit(tx, {
        entry: "two",
        at: NOW,
        by: "ana@jobs.test",
        action: "user.create",
        connection: "",
        kind: "",
        jobId: "",
        reason: null,
        outcome: "done",
        vendorMessage: null,
      }),
    );
    expect(await verifyAudit(to.db)).toMatchObject({ ok: true, entries: 3 });
    expect(await read(to.db, ["c"], "RUNNING", NOW + 60_000)).toMatchObject({ changed: 1 });
  });

  it("names every table of the schema, or leaves it out on purpose", () => {
    const known = Object.values(schema).flatMap((table) => (is(table, PgTable) ? [getTableName(table)] : []));
    expect([...TABLES.map(([table]) => table), ...LEFT_OUT].sort()).toEqual(known.sort());
  });
});

describe("an import", () => {
  const untouched = async () => {
    const { rows } = (await to.db.execute(sql`select 1 from users`)) as unknown as { rows: unknown[] };
    expect(rows).toEqual([]);
    expect(await verifyAudit(to.db)).toMatchObject({ ok: true, entries: 0 });
  };

  it("goes only into a database that nobody has used", async () => {
    await createUser(
      to.db,
      { email: "b@b", passwordHash: null, role: "viewer", connections: null, disabled: false },
      0,
    );
    await expect(importData(to.db, given(await linesOf(from)))).rejects.toThrow("holds users already");
  });

  it.each([
    ["cut short", (lines: string[]) => lines.slice(0, -1), "cut short"],
    ["without a row", (lines: string[]) => lines.toSpliced(-3, 1), "its end says"],
    [
      "without a row that others need",
      (lines: string[]) => lines.filter((line) => !line.includes('"stored_connections"')),
      "does not take these connection_secrets",
    ],
    ["with a torn row", (lines: string[]) => lines.with(3, lines[3]?.slice(0, 30) ?? ""), "is no row"],
    ["with more behind its end", (lines: string[]) => [...lines, "{}"], "after its end"],
    ["of another kind", () => ['{"users":[]}'], "no file of data:export"],
    [
      "of another schema",
      (lines: string[]) => lines.with(0, '{"format":"jobwatch-data","schema":"9999_later"}'),
      "9999_later",
    ],
  ])("takes nothing of a file %s", async (_, spoil, word) => {
    await expect(importData(to.db, given(spoil(await linesOf(from))))).rejects.toThrow(word);
    await untouched();
  });
});
