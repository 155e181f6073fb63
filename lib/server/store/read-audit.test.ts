import { afterEach, beforeEach, expect, test } from "vitest";
import type { OpenDatabase } from "@/lib/server/db/database";
import { createTestDatabase } from "@/lib/server/db/test-database";
import { appendAudit } from "@/lib/server/store/audit";
import { verifyAudit } from "@/lib/server/store/read-audit";

let database: OpenDatabase;

const append = () =>
  database.db.transaction((tx) =>
    appendAudit(tx, {
      entry: "one",
      at: 0,
      by: "operator@jobwatch.test",
      action: "cancel",
      connection: "lake",
      kind: "query",
      jobId: "a",
      reason: null,
      outcome: "accepted",
      vendorMessage: null,
    }),
  );

beforeEach(async () => void (database = await createTestDatabase()));
afterEach(() => database.close());

test("a chain without an entry is whole", async () => {
  expect(await verifyAudit(database.db)).toEqual({ ok: true, entries: 0, head: null, firstBad: null });
});

test("a chain that grows while it is walked is no broken one", async () => {
  const appended = (async () => {
    for (let entry = 0; entry < 60; entry += 1) await append();
  })();
  let growing = true;
  void appended.then(() => (growing = false));
  while (growing) expect(await verifyAudit(database.db)).toMatchObject({ ok: true, firstBad: null });
  await appended;
  expect(await verifyAudit(database.db)).toMatchObject({ ok: true, entries: 60 });
});
