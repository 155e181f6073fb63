import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TimelineQuery } from "@/lib/contract/list-query";
import type { RequestUser } from "@/lib/server/auth/authenticate";
import type { OpenDatabase } from "@/lib/server/db/database";
import { createTestDatabase } from "@/lib/server/db/test-database";
import { getTimeline } from "@/lib/server/jobs/get-timeline";
import type { JobServices } from "@/lib/server/jobs/services";
import { at, ended, NOON, only, record } from "@/lib/server/jobs/testkit/dated-jobs";
import { reportHealth } from "@/lib/server/store/health";
import { markGone, markUnreadable } from "@/lib/server/store/mark-job";

const NOTHING = null as unknown;
/** Whatever is not in it is no longer connected. */
const connected = new Set(["lake", "tags", "silent"]);

let database: OpenDatabase;
let services: JobServices;
let now = NOON + 60_000;

beforeAll(async () => {
  database = await createTestDatabase();
  services = {
    db: database.db,
    now: () => now,
    env: NOTHING as JobServices["env"],
    hub: {
      get: (id: string) => (connected.has(id) ? { config: { pollSeconds: 5 } } : null),
    } as unknown as JobServices["hub"],
  };
});
afterAll(() => database.close());

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).sort();

async function listed(...[user, query]: [RequestUser, TimelineQuery]) {
  const answer = await getTimeline(services, user, query);
  if (answer.unchanged) throw new Error("Nobody said what was known.");
  return answer.timeline;
}

describe("the timeline", () => {
  beforeAll(() =>
    record(database, "lake", [
      ended("in"),
      ended("before", { submittedAt: at(-500), startedAt: at(-500), endedAt: at(-400) }),
      ended("across", { submittedAt: at(-500), startedAt: at(-500), endedAt: at(-10) }),
      ended("runs", { state: "running", vendorState: "RUNNING", endedAt: null, durationMs: null }),
      ended("after", { submittedAt: at(30), startedAt: at(30), endedAt: at(40) }),
    ]),
  );
  test("holds what was alive in the range, however long before it began", async () => {
    const { items, truncated } = await listed(only("lake"), { from: at(-60), to: at(10), limit: 500 });
    expect(ids(items)).toEqual(["across", "in", "runs"]);
    expect(truncated).toBe(false);
  });
  test("an open end also holds what a vendor with a clock ahead of ours dates later than now", async () => {
    const { items, to } = await listed(only("lake"), { from: at(-60), limit: 500 });
    expect([ids(items), to]).toEqual([["across", "after", "in", "runs"], at(1)]);
  });
  test("says when there is more than it lists, and keeps the newest", async () => {
    const { items, truncated } = await listed(only("lake"), { from: at(-600), to: at(60), limit: 1 });
    expect([ids(items), truncated]).toEqual([["after"], true]);
  });
  test("knows nothing of connections that are not the user's", async () => {
    const { items } = await listed(only("other"), { from: at(-60), limit: 500 });
    expect(items).toEqual([]);
  });
  test("refuses a range that ends before it begins", async () => {
    await expect(getTimeline(services, only("lake"), { from: at(0), to: at(-1), limit: 1 })).rejects.toMatchObject({
      code: "invalid_query",
    });
  });
});

describe("until when a job is known", () => {
  const runs = { state: "running", vendorState: "RUNNING", endedAt: null, durationMs: null } as const;
  const question = { from: at(-60), limit: 500 };
  const ref = (id: string) => ({ connection: "silent", kind: "query", id });
  const answers = (connection: string, minutes: number, health: "ok" | "slow" = "ok") =>
    reportHealth(database.db, connection, {
      health,
      at: NOON + minutes * 60_000,
      answered: true,
      error: null,
      nextPollAt: null,
      spent: 0,
    });
  const knownAt = async (connection: string) => {
    const { items } = await listed(only(connection), question);
    return Object.fromEntries(items.map((item) => [item.id, item.knownAt]));
  };
  beforeAll(async () => {
    await record(database, "silent", ["runs", "gone", "unread"].map((id) => ended(id, runs)).concat(ended("over")));
    await markGone(database.db, ref("gone"), NOON + 30_000, null);
    await markUnreadable(database.db, ref("unread"), { code: "unavailable", message: "HTTP 502" }, NOON, null);
    await record(database, "removed", [ended("runs", runs)]);
    await answers("removed", 0.5);
  });
  const seen = new Date(NOON + 10).toISOString();

  test("is now where its vendor answers, and when it was last read where the vendor has it no more or gave no reading", async () => {
    await answers("silent", 1);
    now = NOON + 60_000;
    expect(await knownAt("silent")).toEqual({ runs: null, over: null, gone: seen, unread: seen });
  });
  test("is the last answer where none has come for three intervals, whatever its health says, and the tag is another", async () => {
    await answers("silent", 1, "slow");
    const { etag } = await getTimeline(services, only("silent"), question);
    now = NOON + 30 * 60_000;
    expect(await getTimeline(services, only("silent"), question, etag)).toMatchObject({ unchanged: false });
    expect(await knownAt("silent")).toEqual({ runs: at(1), over: null, gone: seen, unread: seen });
    const late = await getTimeline(services, only("silent"), question);
    now += 60_000;
    expect(await getTimeline(services, only("silent"), question, late.etag)).toMatchObject({ unchanged: true });
    await answers("silent", 20, "slow");
    expect(await getTimeline(services, only("silent"), question, late.etag)).toMatchObject({ unchanged: false });
  });
  test("is the last answer of a connection that has been removed", async () => {
    expect(await knownAt("removed")).toEqual({ runs: at(0.5) });
  });
  test("a job that the vendor no longer had before the range began was not alive in it", async () => {
    const { items } = await listed(only("silent"), { from: at(1), limit: 500 });
    expect(ids(items)).toEqual(["runs", "unread"]);
  });
});

describe("the tag of the timeline", () => {
  const question = { from: at(-60), limit: 500 };
  const ask = (known: string | null, query: TimelineQuery = question, user = only("tags")) =>
    getTimeline(services, user, query, known);
  beforeAll(() => record(database, "tags", [ended("a")]));

  test("lets the same question be answered with a word, however far the clock has gone", async () => {
    const { etag } = await ask(null);
    now += 45_000;
    expect(await ask(`"other", ${etag}`)).toEqual({ unchanged: true, etag, asOf: new Date(now).toISOString() });
    const unasked = await ask(null, { limit: 500 });
    expect(await ask(unasked.etag, { limit: 500 })).toMatchObject({ unchanged: true });
  });
  test("is another for another question, another user, and once a job has changed", async () => {
    const { etag } = await ask(null);
    for (const query of [
      { ...question, limit: 499 },
      { ...question, to: at(0) },
      { ...question, owner: ["ana"] },
    ]) {
      expect(await ask(etag, query)).toMatchObject({ unchanged: false });
    }
    expect(await ask(etag, question, only("lake"))).toMatchObject({ unchanged: false });
    await record(database, "elsewhere", [ended("of no interest")]);
    expect(await ask(etag)).toMatchObject({ unchanged: true });
    await record(database, "tags", [ended("b")]);
    const changed = await ask(etag);
    expect(changed.unchanged ? [] : ids(changed.timeline.items)).toEqual(["a", "b"]);
  });
  test("is another once the last six hours are others", async () => {
    const { etag } = await ask(null, { limit: 500 });
    now += 60_000;
    expect(await ask(etag, { limit: 500 })).toMatchObject({ unchanged: false });
  });
});
