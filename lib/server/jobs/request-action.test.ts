import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { AppError } from "@/lib/server/app-error";
import { readJob } from "@/lib/server/collector/read-job";
import { sweep } from "@/lib/server/collector/sweep";
import { getJob } from "@/lib/server/jobs/get-job";
import { requestAction } from "@/lib/server/jobs/request-action";
import { requestActions } from "@/lib/server/jobs/request-actions";
import { control, lake, OPERATOR, VIEWER, World } from "@/lib/server/jobs/testkit/world";
import { sweepActions } from "@/lib/server/store/action-settlements";
import { listAudit, verifyAudit } from "@/lib/server/store/read-audit";
import { createDremioSandbox } from "@/sandbox/dremio/server";
import { listen, type RunningSandbox } from "@/sandbox/kit/sandbox-server";

let sandbox: RunningSandbox;
let world: World;
const within = { timeout: 30_000, interval: 100 };
const ref = (id: string) => ({ connection: "lake", kind: "query", id });

beforeEach(async () => {
  sandbox = await listen(createDremioSandbox({ jobs: { past: 0, alive: 0 } }), 0);
  world = await World.open([lake(sandbox)]);
});

afterEach(async () => {
  await world.close();
  await sandbox.close();
});

/** A job of the sandbox that the record knows, in the state in which it is now. */
async function known(scenario: string, more: object = {}): Promise<string> {
  const { id } = await control<{ id: string }>(sandbox, "POST", "/jobs", { scenario, ...more });
  await getJob(world.services, OPERATOR, ref(id), null);
  return id;
}

async function read(id: string) {
  const live = world.hub.get("lake");
  if (!live) throw new Error("lake is not open");
  await readJob(live, ref(id), { db: world.database.db, now: Date.now, fence: null });
  return getJob(world.services, OPERATOR, ref(id), null);
}

/** A job that the vendor runs, which takes a moment. */
async function running(scenario: string): Promise<string> {
  const id = await known(scenario);
  await vi.waitFor(async () => expect((await read(id)).vendorState).toBe("RUNNING"), within);
  return id;
}

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`not refused by us: ${String(error)}`);
  return error;
}

async function cancelCalls(): Promise<number> {
  return (await control<{ count: number }>(sandbox, "GET", "/calls?path=/cancel$")).count;
}

const cancel = (id: string, user = OPERATOR) =>
  requestAction(world.services, user, ref(id), "cancel", { reason: "too dear" });
const audit = async () => (await listAudit(world.database.db, { limit: 50 })).items;

describe("a cancel", () => {
  test("is on record with who and why before the vendor is called, and verifiable afterwards", async () => {
    const id = await known("slow-run");
    const answer = await cancel(id);
    expect(answer).toMatchObject({ status: "accepted", state: "stopping" });
    expect(await audit()).toMatchObject([
      { id: answer.auditId, by: OPERATOR.by, reason: "too dear", outcome: "accepted" },
    ]);
    await vi.waitFor(async () => expect((await read(id)).state).toBe("cancelled"), within);
    expect(await audit()).toMatchObject([{ outcome: "confirmed" }]);
    expect(await verifyAudit(world.database.db)).toMatchObject({ ok: true, entries: 3 });
  });

  test("that a finishing job overtakes is told as what it became", async () => {
    const id = await known("slow-run");
    await control(sandbox, "POST", "/clock", { stepMs: 24 * 3_600_000 });
    const { code, extra } = await refusal(cancel(id));
    expect({ code, state: extra.state }).toEqual({ code: "action_not_available", state: "succeeded" });
    expect(await audit()).toMatchObject([{ outcome: "overtaken" }]);
  });

  test("of a job that has ended is refused without a call", async () => {
    const id = await known("seed-completed");
    expect(await refusal(cancel(id))).toMatchObject({ code: "action_not_available", extra: { state: "succeeded" } });
    expect(await cancelCalls()).toBe(0);
    expect(await audit()).toEqual([]);
  });

  test("that the vendor refuses carries the vendor's words", async () => {
    const id = await running("slow-run");
    const body = JSON.stringify({ errorMessage: "Permission denied on user [JOE]", moreInfo: "" });
    await control(sandbox, "POST", "/fault", { kind: "status", status: 403, path: "/cancel$", body });
    const { code, detail } = await refusal(cancel(id));
    expect(code).toBe("vendor_refused");
    expect(detail).toContain("Permission denied on user [JOE]");
    expect((await read(id)).state).toBe("running");
    expect(await audit()).toMatchObject([{ outcome: "refused" }]);
  });

  test("without an answer stays open as unknown, and a later reading decides", async () => {
    const id = await known("slow-run");
    await control(sandbox, "POST", "/fault", { kind: "reset", path: "/cancel$", times: 1 });
    expect((await refusal(cancel(id))).code).toBe("outcome_unknown");
    expect((await read(id)).pendingAction).toMatchObject({ status: "unknown" });
    expect(await cancelCalls()).toBe(1);
    await control(sandbox, "POST", "/clock", { stepMs: 24 * 3_600_000 });
    const ended = await read(id);
    expect(ended).toMatchObject({ state: "succeeded", pendingAction: null });
    expect(await audit()).toMatchObject([{ outcome: "overtaken" }]);
  });

  test("that never takes effect becomes unconfirmed, and may be asked again", async () => {
    const id = await running("stuck");
    const { auditId } = await cancel(id);
    await expect(cancel(id)).resolves.toMatchObject({ auditId, status: "accepted" });
    expect(await read(id)).toMatchObject({ state: "stopping", vendorState: "RUNNING", actions: [] });
    await sweepActions(world.database.db, Date.now() + 11 * 60_000, 0);
    const after = await getJob(world.services, OPERATOR, ref(id), null);
    expect(after).toMatchObject({
      state: "running",
      attention: "stop_unconfirmed",
      actions: ["cancel"],
      pendingAction: null,
    });
    expect(await audit()).toMatchObject([{ outcome: "unconfirmed" }]);
    await expect(cancel(id)).resolves.toMatchObject({ status: "accepted" });
  });

  test("is told as accepted only where the vendor accepted it", async () => {
    const accepted = await running("stuck");
    await cancel(accepted);
    const unanswered = await running("stuck");
    await control(sandbox, "POST", "/fault", { kind: "reset", path: "/cancel$", times: 1 });
    expect((await refusal(cancel(unanswered))).code).toBe("outcome_unknown");
    await sweepActions(world.database.db, Date.now() + 11 * 60_000, 0);
    const actionOf = async (id: string) =>
      (await getJob(world.services, OPERATOR, ref(id), null)).events.find(({ type }) => type === "action");
    expect(await actionOf(accepted)).toMatchObject({ outcome: "unconfirmed", acceptedAt: expect.any(String) });
    expect(await actionOf(unanswered)).toMatchObject({ outcome: "unconfirmed", acceptedAt: null });
  });

  test("by a viewer, or outside a user's connections, does not happen", async () => {
    const id = await known("slow-run");
    expect((await refusal(cancel(id, VIEWER))).code).toBe("forbidden");
    expect((await refusal(cancel(id, { ...OPERATOR, connections: ["other"] }))).code).toBe("job_not_found");
    expect(await cancelCalls()).toBe(0);
  });

  test("is not asked where the audit cannot be written", async () => {
    const id = await known("slow-run");
    await world.database.db.execute(sql`alter table audit add constraint full_disk check (seq < 0) not valid`);
    expect((await refusal(cancel(id))).code).toBe("audit_unavailable");
    expect(await cancelCalls()).toBe(0);
    expect((await read(id)).pendingAction).toBeNull();
  });

  test("whose server died after asking is decided by the next reading, and never sent late", async () => {
    const id = await known("slow-run");
    await control(sandbox, "POST", "/fault", { kind: "hang", path: "/cancel$", times: 1 });
    const dying = cancel(id).catch(() => {});
    await vi.waitFor(async () => expect(await cancelCalls()).toBe(1), within);
    // Who asks the same again is told how far it has come, and not that the vendor said yes.
    await expect(cancel(id)).resolves.toMatchObject({ already: "asked" });
    await sweepActions(world.database.db, Date.now(), Date.now() + 1);
    expect((await read(id)).pendingAction).toMatchObject({ status: "unknown" });
    await expect(cancel(id)).resolves.toMatchObject({ already: "unknown" });
    await control(sandbox, "POST", "/clock", { stepMs: 24 * 3_600_000 });
    expect(await read(id)).toMatchObject({ state: "succeeded", pendingAction: null });
    expect(await cancelCalls()).toBe(1);
    await dying;
    expect(await audit()).toMatchObject([{ outcome: "overtaken" }]);
  });
});

describe("the audit", () => {
  test("cannot be changed through the database's own door, and a forged one is found", async () => {
    const id = await known("slow-run");
    await cancel(id);
    const { db } = world.database;
    await expect(db.execute(sql`update audit set by = 'nobody'`)).rejects.toThrow();
    await expect(db.execute(sql`delete from audit`)).rejects.toThrow();
    await db.execute(sql`alter table audit disable trigger audit_append_only`);
    await db.execute(sql`update audit set by = 'nobody' where seq = 1`);
    expect(await verifyAudit(db)).toMatchObject({
      ok: false,
      firstBad: { reason: "its content is not what was sealed" },
    });
  });

  test("misses its own end", async () => {
    const id = await known("slow-run");
    await cancel(id);
    const { db } = world.database;
    await db.execute(sql`alter table audit disable trigger audit_append_only`);
    await db.execute(sql`delete from audit where seq = 2`);
    expect((await verifyAudit(db)).ok).toBe(false);
  });
});

test("a bulk action answers for each job", async () => {
  const running = await known("slow-run");
  const ended = await known("seed-completed");
  const jobs = [ref(running), ref(ended), ref("never-seen")];
  const { items } = await requestActions(world.services, OPERATOR, { action: "cancel", jobs }, "r");
  expect(items.map(({ id, answer, problem }) => [id, answer?.status ?? problem?.code])).toEqual([
    [running, "accepted"],
    [ended, "action_not_available"],
    ["never-seen", "job_not_found"],
  ]);
});

test("a job that left the list and may not be asked for is old, whatever the connection's other answers", async () => {
  const id = await running("slow-run");
  const live = world.hub.get("lake");
  if (!live) throw new Error("lake is not open");
  await control(sandbox, "POST", "/clock", { stepMs: 24 * 3_600_000 });
  const limited = { kind: "status", status: 429, path: `/job/${id}$` };
  const { id: fault } = await control<{ id: number }>(sandbox, "POST", "/fault", limited);
  const parts = { db: world.database.db, now: Date.now, fence: null, live, signal: new AbortController().signal };
  const again = () => sweep({ ...parts, recentSince: null, lastProgress: null, lastMissing: null });
  await again();
  const problem = { code: "rate-limited" };
  const shown = () => getJob(world.services, OPERATOR, ref(id), null);
  expect(await shown()).toMatchObject({ state: "running", stale: true, readProblem: problem });
  await control(sandbox, "DELETE", `/fault?id=${fault}`);
  live.door.clearBackOff();
  await again();
  expect(await shown()).toMatchObject({ state: "succeeded", stale: false, readProblem: null });
});

test("a sweep reads what left the list by id, and marks nothing as gone that the vendor still has", async () => {
  const id = await known("slow-run");
  const live = world.hub.get("lake");
  if (!live) throw new Error("lake is not open");
  await control(sandbox, "POST", "/clock", { stepMs: 24 * 3_600_000 });
  await sweep({
    db: world.database.db,
    now: Date.now,
    fence: null,
    live,
    signal: new AbortController().signal,
    recentSince: null,
    lastProgress: null,
    lastMissing: null,
  });
  expect(await getJob(world.services, OPERATOR, ref(id), null)).toMatchObject({ state: "succeeded", gone: false });
});
