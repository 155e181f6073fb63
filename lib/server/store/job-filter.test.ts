import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenDatabase } from "@/lib/server/db/database";
import { createTestDatabase } from "@/lib/server/db/test-database";
import { ended, record } from "@/lib/server/jobs/testkit/dated-jobs";
import { listJobRows } from "@/lib/server/store/list-jobs";

let database: OpenDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await record(database, "lake", [
    ended("1", { name: "Nightly Öl 100%" }),
    ended("2", { name: "NIGHTLY under_score" }),
    ended("3", { name: "daily, 100 of 200" }),
  ]);
});
afterAll(() => database.close());

test.each([
  ["N", ["1", "2"]],
  ["nI", ["1", "2"]],
  ["nightLY", ["1", "2"]],
  // Case beyond ASCII is the business of the database's locale.
  ["Ö", ["1"]],
  ["ÖL", ["1"]],
  ["0%", ["1"]],
  ["_", ["2"]],
  ["R_", ["2"]],
  ["\\", []],
  ["zq", []],
])("the search for %s is by its letters, whatever their case", async (q, found) => {
  const list = { filter: { q }, sort: "-submittedAt", limit: 50, cursor: undefined, scope: null } as const;
  const { rows } = await listJobRows(database.db, list);
  expect(rows.map(({ job }) => job.id).sort()).toEqual(found);
});
