import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenDatabase } from "@/lib/server/db/database";
import { createTestDatabase } from "@/lib/server/db/test-database";
import { at, ended, record } from "@/lib/server/jobs/testkit/dated-jobs";
import { findJob } from "@/lib/server/store/job-detail";
import { findNamesakes } from "@/lib/server/store/same-name";

let database: OpenDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function namesakesOf(id: string): Promise<string[]> {
  const job = await findJob(database.db, { connection: "lake", kind: "query", id });
  if (!job) throw new Error("It was recorded.");
  return (await findNamesakes(database.db, job)).map((one) => one.id);
}

test("a statement's earlier runs are the jobs of its very words, on its connection and of its kind", async () => {
  const name = `select ${"x, ".repeat(80)}y from t`;
  await record(database, "lake", [
    ended("first", { name }),
    ended("second", { name, endedAt: at(-10), durationMs: 1_200_000 }),
    ended("longer", { name: `${name} where 1 = 1` }),
    ended("upper", { name: name.toUpperCase() }),
    ended("batch", { name, kind: "spark-batch" }),
    ended("now", { name, state: "running", vendorState: "RUNNING", endedAt: null, durationMs: null }),
  ]);
  await record(database, "other", [ended("elsewhere", { name })]);
  expect(await namesakesOf("now")).toEqual(["second", "first"]);
  expect(await namesakesOf("longer")).toEqual([]);
});

test("of a statement that runs every second, the newest are enough", async () => {
  const many = Array.from({ length: 60 }, (_, index) => ended(`beat-${index}`, { name: "select 1" }));
  await record(database, "lake", many);
  const found = await namesakesOf("beat-0");
  expect(found).toHaveLength(50);
  expect(found[0]).toBe("beat-59");
});
