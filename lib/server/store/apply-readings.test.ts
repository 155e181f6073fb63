import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { JobSnapshot } from "@/lib/jobs/snapshot";
import type { OpenDatabase } from "@/lib/server/db/database";
import { createTestDatabase } from "@/lib/server/db/test-database";
import { applyReadings } from "@/lib/server/store/apply-readings";
import { ensureHealth, FencedOff } from "@/lib/server/store/fence";
import { loadDetail } from "@/lib/server/store/job-detail";
import { claim } from "@/lib/server/store/leases";
import { countByState, freshness, listJobRows } from "@/lib/server/store/list-jobs";

let database: OpenDatabase;
let clock: number;

function snapshot(id: string, changes: Partial<JobSnapshot> = {}): JobSnapshot {
  return {
    kind: "query",
    id,
    run: null,
    vendorState: "RUNNING",
    state: "running",
    precision: "fine",
    attention: null,
    actions: ["cancel"],
    details: { type: "dremio/query" },
    raw: {},
    ...changes,
  };
}

async function apply(
  snapshots: JobSnapshot[],
  more: { source?: string; fence?: number | null; startedAt?: number } = {},
) {
  clock += 1_000;
  return applyReadings(database.db, {
    connection: "lake",
    vendor: "dremio",
    snapshots,
    startedAt: clock,
    observedAt: clock + 10,
    source: "active",
    fence: null,
    ...more,
  });
}

const ref = (id: string) => ({ connection: "lake", kind: "query", id });
const LIST = { filter: {}, sort: "-submittedAt", limit: 50, cursor: undefined, scope: null } as const;

async function counts() {
  const all = await countByState(database.db, {}, null);
  return Object.fromEntries(Object.entries(all).filter(([, n]) => n !== 0));
}

beforeEach(async () => {
  database = await createTestDatabase();
  clock = Date.parse("2026-07-02T12:00:00.000Z");
  await ensureHealth(database.db, "lake", clock);
});

afterEach(() => database.close());

describe("a batch of readings", () => {
  test("is written once, and an unchanged one not at all", async () => {
    const batch = [snapshot("a"), snapshot("b")];
    expect(await apply(batch)).toEqual({ changed: 2, unchanged: 0, older: 0, skipped: [] });
    const [before] = await freshness(database.db);
    expect(await apply(batch)).toEqual({ changed: 0, unchanged: 2, older: 0, skipped: [] });
    const [after] = await freshness(database.db);
    expect(after?.version).toBe(before?.version);
  });

  test("survives poison text, and the last of two rows with one id wins", async () => {
    const poison = "nul \u0000 lone \ud800 end";
    await apply([
      snapshot("a", { name: "first" }),
      snapshot("a", {
        name: poison,
        details: { type: "x", [poison]: poison, big: Infinity },
        raw: { [poison]: [poison] },
      }),
      snapshot("b"),
    ]);
    const { rows } = await listJobRows(database.db, LIST);
    expect(rows.map(({ job }) => job.id).sort()).toEqual(["a", "b"]);
    const detail = await loadDetail(database.db, ref("a"));
    expect(detail?.job.name).toBe("nul \u2400 lone \ufffd end");
    expect(detail?.body?.details.big).toBeNull();
  });

  test("keeps the counts equal to the rows through every change", async () => {
    await apply([snapshot("a"), snapshot("b"), snapshot("c", { internal: true })]);
    expect(await counts()).toEqual({ running: 3 });
    await apply([snapshot("a", { vendorState: "COMPLETED", state: "succeeded" }), snapshot("d")]);
    expect(await counts()).toEqual({ running: 3, succeeded: 1 });
    expect(await countByState(database.db, { internal: "hide" }, null)).toMatchObject({ running: 2 });
    expect(await countByState(database.db, {}, ["other"])).toMatchObject({ running: 0 });
  });

  test("that was asked for earlier than what is known is thrown away", async () => {
    await apply([snapshot("a", { vendorState: "COMPLETED", state: "succeeded" })]);
    const late = await apply([snapshot("a")], { startedAt: clock - 500 });
    expect(late.changed).toBe(0);
    expect((await loadDetail(database.db, ref("a")))?.job.state).toBe("succeeded");
  });

  test("of a collector that lost its lease is refused", async () => {
    const [lease] = await claim(database.db, "one", ["lake"], 1, clock);
    await claim(database.db, "two", ["lake"], 1, clock + 60_000);
    await expect(apply([snapshot("a")], { fence: lease?.fence ?? null })).rejects.toBeInstanceOf(FencedOff);
    expect(await counts()).toEqual({});
  });
});

describe("what is kept of a job", () => {
  test("details and raw bodies of different questions stand side by side", async () => {
    await apply([snapshot("a", { details: { type: "x", user: "ana", n: 1 }, raw: { list: { n: 1 } } })]);
    await apply([snapshot("a", { details: { type: "x", n: 2 }, raw: { detail: { n: 2 } } })], { source: "detail" });
    const detail = await loadDetail(database.db, ref("a"));
    expect(detail?.body?.details).toEqual({ type: "x", user: "ana", n: 2 });
    expect(detail?.body?.raw).toEqual({ list: { n: 1 }, detail: { n: 2 } });
  });

  test("a reopened job keeps the phases of both attempts", async () => {
    const phases = (from: string) => [{ state: "running" as const, vendorState: "RUNNING", from, to: null }];
    await apply([snapshot("a", { segments: phases("2026-07-02T11:00:00.000Z") })]);
    await apply([snapshot("a", { vendorState: "FAILED", state: "failed" })]);
    await apply([snapshot("a", { vendorState: "PENDING", state: "queued", attempt: 2 })]);
    const detail = await loadDetail(database.db, ref("a"));
    expect(detail?.body?.pastSegments).toMatchObject([{ attempt: 1 }]);
    expect(detail?.body?.segments).toBeNull();
    expect(detail?.transitions.map(({ attempt, vendorState }) => `${attempt} ${vendorState}`)).toEqual([
      "1 RUNNING",
      "1 FAILED",
      "2 PENDING",
    ]);
  });

  test("a newer run of a definition leaves the one before in the history, whole", async () => {
    const first = { kind: "flink", run: "100", vendorState: "job_running", details: { type: "f", startTime: 100 } };
    await apply([snapshot("7", first)]);
    await apply([snapshot("7", { ...first, run: "200", details: { type: "f", startTime: 200 } })]);
    const detail = await loadDetail(database.db, { connection: "lake", kind: "flink", id: "7" });
    expect(detail?.job.run).toBe("200");
    expect(detail?.body?.details).toEqual({ type: "f", startTime: 200 });
    // Nobody saw how it ended.
    expect(detail?.runs).toMatchObject([{ run: "100", state: "unknown", vendorState: "job_running" }]);
    expect(detail?.runs[0]?.body?.details).toEqual({ type: "f", startTime: 100 });
    expect(await counts()).toEqual({ running: 1 });
  });

  test("a reading that does not say its run keeps what is known of the one that goes on", async () => {
    const first = { kind: "configuration", run: "37", details: { type: "c", executionId: "37" } };
    await apply([snapshot("4", first)]);
    await apply([snapshot("4", { ...first, run: null, details: { type: "c", progress: 5 } })]);
    const detail = await loadDetail(database.db, { connection: "lake", kind: "configuration", id: "4" });
    expect([detail?.job.run, detail?.runs]).toEqual(["37", []]);
    expect(detail?.body?.details).toEqual({ type: "c", executionId: "37", progress: 5 });
  });

  test("a history is newest first, whether or not the starts of its runs are told", async () => {
    const run = (id: string, startedAt: string | null) => ({
      ...{ run: id, state: "succeeded" as const, vendorState: "COMPLETED", startedAt, endedAt: null, durationMs: null },
      job: { kind: "execution", id },
    });
    const told = new Date(clock - 60_000).toISOString();
    const history = [run("103", null), run("2290", null), run("964", told), run("2048", null)];
    await apply([snapshot("4", { kind: "configuration", run: "2323", history })]);
    const detail = await loadDetail(database.db, { connection: "lake", kind: "configuration", id: "4" });
    expect(detail?.runs.map((one) => one.run)).toEqual(["2290", "2048", "964", "103"]);
  });
});

describe("the list", () => {
  test("pages through every job once, in every order, with equal and missing values", async () => {
    const at = (n: number) => new Date(clock - n * 1000).toISOString();
    await apply(
      Array.from({ length: 25 }, (_, n) =>
        snapshot(`j${n}`, { submittedAt: at(n % 5), name: `job ${n % 3}`, ...(n % 2 ? { startedAt: at(n % 4) } : {}) }),
      ),
    );
    for (const sort of [
      "-submittedAt",
      "submittedAt",
      "startedAt",
      "-startedAt",
      "name",
      "-name",
      "state",
      "-durationMs",
    ] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listJobRows(database.db, { ...LIST, sort, limit: 4, cursor });
        seen.push(...page.rows.map(({ job }) => job.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(new Set(seen).size, sort).toBe(25);
      expect(seen.length, sort).toBe(25);
    }
  });

  test("searches literally, whatever the case, and not across two fields", async () => {
    await apply([
      snapshot("a", { name: "Load 100%_done\\x", text: "select 1" }),
      snapshot("b", { name: "load 100 done" }),
    ]);
    const find = async (q: string) =>
      (await listJobRows(database.db, { ...LIST, filter: { q } })).rows.map(({ job }) => job.id).sort();
    expect(await find("100%_DONE\\X")).toEqual(["a"]);
    expect(await find("%")).toEqual(["a"]);
    expect(await find("SELECT 1")).toEqual(["a"]);
    expect(await find("done")).toEqual(["a", "b"]);
  });

  test("holds nothing that lies outside a user's connections", async () => {
    await apply([snapshot("a")]);
    expect((await listJobRows(database.db, { ...LIST, scope: ["other"] })).rows).toEqual([]);
    expect((await listJobRows(database.db, { ...LIST, scope: [] })).rows).toEqual([]);
  });
});

describe("a clock that is set back", () => {
  test("does not shut out what is read after it", async () => {
    const now = Date.now();
    const hour = 3_600_000;
    await apply([snapshot("a")], { startedAt: now + hour });
    const ended = snapshot("a", { vendorState: "COMPLETED", state: "succeeded" });
    expect(await apply([ended], { startedAt: now })).toMatchObject({ changed: 1, older: 0 });
    // And from then on the order is what it always was.
    expect(await apply([snapshot("a")], { startedAt: now - 5_000 })).toMatchObject({ changed: 0 });
  });
});

describe("a row that the database refuses", () => {
  test("is skipped and named, and the rows around it are kept", async () => {
    const long = Array.from({ length: 9_000 }, (_, n) => String.fromCharCode(0x4e00 + ((n * 7919) % 20_000))).join("");
    const batch = [snapshot("a"), snapshot(long), snapshot("b"), snapshot("c", { attempt: 2 ** 40 }), snapshot("d")];
    const applied = await apply(batch);
    expect(applied).toMatchObject({ changed: 3, skipped: [{ id: long.slice(0, 200) }, { id: "c" }] });
    const { rows } = await listJobRows(database.db, LIST);
    expect(rows.map(({ job }) => job.id).sort()).toEqual(["a", "b", "d"]);
    expect(await counts()).toEqual({ running: 3 });
  });
});
