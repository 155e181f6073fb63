import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { ActionOutcome } from "@/lib/jobs/action";
import type { OpenDatabase } from "@/lib/server/db/database";
import { actions } from "@/lib/server/db/schema/actions";
import { createTestDatabase } from "@/lib/server/db/test-database";
import { at, ended, NOON, record } from "@/lib/server/jobs/testkit/dated-jobs";
import { removeOld } from "@/lib/server/collector/retention";
import { appendAudit } from "@/lib/server/store/audit";
import { FencedOff } from "@/lib/server/store/fence";
import { holdJob, listInterest, noteInterest } from "@/lib/server/store/interest";
import { loadDetail } from "@/lib/server/store/job-detail";
import { claim } from "@/lib/server/store/leases";
import { countByState, freshness } from "@/lib/server/store/list-jobs";
import { verifyAudit } from "@/lib/server/store/read-audit";
import { removeJobs, type Retention } from "@/lib/server/store/retention";

let database: OpenDatabase;
const never = new AbortController().signal;
/** What ended half an hour before noon or earlier is old. */
const retention: Retention = {
  cut: NOON - 30 * 60_000,
  now: NOON + 60_000,
  definitions: [{ vendor: "dremio", kind: "flink" }],
  followed: [],
};
const anybody = () => null;
const old = (id: string, more: Parameters<typeof ended>[1] = {}) => ended(id, { endedAt: at(-40), ...more });
const ref = (id: string, kind = "query") => ({ connection: "lake", kind, id });

async function run(changes: Partial<Retention> = {}, fenceOf: (name: string) => number | null | undefined = anybody) {
  const removed = await removeOld(database.db, { ...retention, ...changes }, fenceOf, never);
  return Object.fromEntries(removed);
}

async function kept(): Promise<string[]> {
  const { rows } = (await database.db.execute(sql`select id from jobs order by id`)) as unknown as {
    rows: { id: string }[];
  };
  return rows.map(({ id }) => id);
}

async function rowsOf(table: "job_bodies" | "job_runs" | "transitions"): Promise<number> {
  const { rows } = (await database.db.execute(sql.raw(`select count(*)::int as n from ${table}`))) as unknown as {
    rows: { n: number }[];
  };
  return rows[0]?.n ?? -1;
}

async function act(jobId: string, outcome: ActionOutcome): Promise<void> {
  const common = { connection: "lake", kind: "query", jobId, action: "cancel" as const, by: "ana", reason: null };
  await database.db.insert(actions).values({ ...common, id: jobId, outcome, params: {}, askedAt: NOON });
  await database.db.transaction((tx) =>
    appendAudit(tx, { ...common, entry: jobId, at: NOON, outcome, vendorMessage: null }),
  );
}

beforeAll(async () => void (database = await createTestDatabase()));
afterEach(async () => {
  for (const table of ["jobs", "job_counts", "interest", "actions", "connection_health"]) {
    await database.db.execute(sql.raw(`delete from ${table}`));
  }
});
afterAll(() => database.close());

test("what ended before the cut goes with all that belongs to it, and the counts follow", async () => {
  await record(database, "lake", [old("a"), old("b", { state: "failed", vendorState: "FAILED" }), ended("c")]);
  const [before] = await freshness(database.db);
  expect(await run()).toEqual({ lake: { jobs: 2, runs: 0 } });
  expect(await kept()).toEqual(["c"]);
  expect([await rowsOf("job_bodies"), await rowsOf("transitions")]).toEqual([1, 1]);
  const counts = await countByState(database.db, {}, null);
  expect([counts.succeeded, counts.failed]).toEqual([1, 0]);
  const [after] = await freshness(database.db);
  expect(after?.version).toBeGreaterThan(before?.version ?? Infinity);
  expect(await run()).toEqual({});
});

test("what has not ended stays, however old, and so does what was not known to have ended until lately", async () => {
  const open = { endedAt: null, durationMs: null, submittedAt: at(-9000), startedAt: at(-9000) };
  await record(database, "lake", [
    ended("runs", { ...open, state: "running", vendorState: "RUNNING" }),
    ended("drafted", { ...open, state: "draft", vendorState: "NEW" }),
    ended("odd", { ...open, state: "unknown", vendorState: "WARPING" }),
    ended("no end told", open),
  ]);
  expect(await run()).toEqual({});
  // Read at noon, so an hour later it is over for an hour.
  expect(await run({ cut: NOON + 3_600_000 })).toEqual({ lake: { jobs: 1, runs: 0 } });
  expect(await kept()).toEqual(["drafted", "odd", "runs"]);
});

test("a job with an open action stays, one with a settled action goes, and the audit keeps every entry", async () => {
  await record(database, "lake", [old("asked"), old("accepted"), old("unknown"), old("confirmed")]);
  for (const outcome of ["asked", "accepted", "unknown", "confirmed"] as const) await act(outcome, outcome);
  expect(await run()).toEqual({ lake: { jobs: 1, runs: 0 } });
  expect(await kept()).toEqual(["accepted", "asked", "unknown"]);
  expect(await verifyAudit(database.db)).toMatchObject({ ok: true, entries: 4 });
});

test("a job that somebody looks at stays until nobody does, and one that the configuration names stays", async () => {
  await record(database, "lake", [old("followed"), old("read"), old("watched")]);
  const followed = [ref("followed")];
  await noteInterest(database.db, ref("watched"), retention.now + 10_000);
  await holdJob(database.db, ref("read"), retention.now, retention.now + 60_000);
  expect(await run({ followed })).toEqual({});
  expect(await run({ followed, now: retention.now + 20_000 })).toEqual({ lake: { jobs: 1, runs: 0 } });
  expect(await run({ followed, now: retention.now + 61_000 })).toEqual({ lake: { jobs: 1, runs: 0 } });
  expect(await kept()).toEqual(["followed"]);
});

test("holding a job asks nobody for it, and takes no reading from who waits for one", async () => {
  await holdJob(database.db, ref("read"), NOON, NOON + 60_000);
  expect(await listInterest(database.db, "lake", NOON)).toEqual([]);
  await noteInterest(database.db, ref("read"), NOON + 10_000);
  expect(await listInterest(database.db, "lake", NOON)).toEqual([ref("read")]);
  await holdJob(database.db, ref("read"), NOON + 5_000, NOON + 65_000);
  expect(await listInterest(database.db, "lake", NOON + 6_000)).toEqual([ref("read")]);
  await holdJob(database.db, ref("read"), NOON + 11_000, NOON + 71_000);
  expect(await listInterest(database.db, "lake", NOON + 12_000)).toEqual([]);
});

test("a definition stays while the vendor has it, and loses its old runs", async () => {
  const flink = (run: string, startedAt: string, endedAt: string) =>
    ended("7", { kind: "flink", run, startedAt, endedAt, submittedAt: null });
  await record(database, "lake", [flink("100", at(-300), at(-290))]);
  await record(database, "lake", [flink("200", at(-200), at(-190))]);
  await record(database, "lake", [flink("300", at(-100), at(-90))]);
  expect(await run()).toEqual({ lake: { jobs: 0, runs: 2 } });
  const detail = await loadDetail(database.db, ref("7", "flink"));
  expect(detail?.job.run).toBe("300");
  expect(detail?.runs).toEqual([]);
  expect(detail?.transitions.map((change) => change.run)).toEqual(["300"]);
  await database.db.execute(sql`update jobs set gone_at = ${NOON - 3_600_000}::bigint`);
  expect(await run()).toEqual({ lake: { jobs: 1, runs: 0 } });
});

test("an earlier run that the vendor still lists is not taken up again", async () => {
  const earlier = { state: "succeeded" as const, vendorState: "COMPLETED", durationMs: null, job: null };
  const history = [
    { ...earlier, run: "100", startedAt: at(-300), endedAt: at(-290) },
    { ...earlier, run: "200", startedAt: at(-25), endedAt: at(-22) },
  ];
  await record(database, "lake", [ended("7", { kind: "flink", run: "300", history })], { keepFrom: retention.cut });
  expect((await loadDetail(database.db, ref("7", "flink")))?.runs.map((one) => one.run)).toEqual(["200"]);
});

test("only the connections that are ours to write are cleaned, with their fence", async () => {
  await record(database, "lake", [old("a")]);
  await record(database, "mine", [old("b")]);
  expect(await run({}, (name) => (name === "mine" ? null : undefined))).toEqual({ mine: { jobs: 1, runs: 0 } });
  await claim(database.db, "one", ["lake"], 1, NOON);
  await claim(database.db, "two", ["lake"], 1, NOON + 60_000);
  expect(await run({}, () => 1)).toEqual({});
  const { rows } = (await database.db.execute(sql`select seq::int as seq from jobs`)) as unknown as {
    rows: { seq: number }[];
  };
  const seqs = rows.map(({ seq }) => seq);
  await expect(removeJobs(database.db, retention, "lake", seqs, 1)).rejects.toBeInstanceOf(FencedOff);
  expect(await kept()).toEqual(["a"]);
});

test("more than one batch goes in one run, past those that stay", async () => {
  const many = Array.from({ length: 450 }, (_, n) => old(`job ${n}`));
  await record(database, "lake", [...many, old("read")]);
  await noteInterest(database.db, ref("read"), retention.now + 10_000);
  expect(await run()).toEqual({ lake: { jobs: 450, runs: 0 } });
  expect(await kept()).toEqual(["read"]);
});
