import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { AppError } from "@/lib/server/app-error";
import { readJob } from "@/lib/server/collector/read-job";
import { users } from "@/lib/server/db/schema/access";
import { actions } from "@/lib/server/db/schema/actions";
import { getJob } from "@/lib/server/jobs/get-job";
import { requestAction } from "@/lib/server/jobs/request-action";
import { ADMIN, control, lake, OPERATOR, World } from "@/lib/server/jobs/testkit/world";
import { sweepActions } from "@/lib/server/store/action-settlements";
import { listInterest } from "@/lib/server/store/interest";
import { listAudit } from "@/lib/server/store/read-audit";
import {
  startHostileVendor,
  type HostileVendor,
  type RecordedRequest,
} from "@/lib/server/outbound/testing/hostile-vendor";
import { createDremioSandbox } from "@/sandbox/dremio/server";
import { listen, type RunningSandbox } from "@/sandbox/kit/sandbox-server";

let sandbox: RunningSandbox;
let proxy: HostileVendor;
let world: World;
/** Answers to these paths are lost on their way; the vendor has done what was asked. */
let cutOff: RegExp | null = null;
const within = { timeout: 30_000, interval: 100 };
const ref = (id: string) => ({ connection: "lake", kind: "query", id });

beforeAll(async () => {
  sandbox = await listen(createDremioSandbox({ jobs: { past: 0, alive: 0 } }), 0);
  proxy = await startHostileVendor((request, response, socket) => void pass(request, response, socket));
  world = await World.open([lake({ ...sandbox, origin: proxy.url })]);
});
afterEach(async () => {
  cutOff = null;
  await control(sandbox, "DELETE", "/fault");
  live().door.clearBackOff();
  await world.database.db.update(users).set({ role: "operator" }).where(eq(users.id, OPERATOR.id));
});
afterAll(async () => {
  await world.close();
  await proxy.close();
  await sandbox.close();
});

async function pass({ method, url, headers, body }: RecordedRequest, response: ServerResponse, socket: Socket) {
  const answer = await fetch(`${sandbox.origin}${url}`, {
    method,
    headers: { authorization: headers.authorization ?? "", "content-type": headers["content-type"] ?? "" },
    body: method === "GET" || body === "" ? undefined : body,
    redirect: "manual",
  }).catch(() => null);
  if (answer === null || cutOff?.test(url)) return void socket.destroy();
  const kept = ["content-type", "retry-after", "location"].flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  response.writeHead(answer.status, Object.fromEntries(kept)).end(Buffer.from(await answer.arrayBuffer()));
}

function live() {
  const found = world.hub.get("lake");
  if (!found) throw new Error("lake is not open");
  return found;
}

async function known(scenario: string): Promise<string> {
  const { id } = await control<{ id: string }>(sandbox, "POST", "/jobs", { scenario });
  await getJob(world.services, OPERATOR, ref(id), null);
  return id;
}

async function read(id: string) {
  await readJob(live(), ref(id), { db: world.database.db, now: Date.now, fence: null });
  return getJob(world.services, OPERATOR, ref(id), null);
}

const cancel = (id: string, user = OPERATOR) => requestAction(world.services, user, ref(id), "cancel", {});

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`not refused by us: ${String(error)}`);
  return error;
}

async function calls(id: string): Promise<number> {
  return (await control<{ count: number }>(sandbox, "GET", `/calls?path=${id}/cancel$`)).count;
}

async function outcome(id: string): Promise<string | undefined> {
  const { items } = await listAudit(world.database.db, { limit: 100 });
  return items.find((entry) => entry.jobId === id)?.outcome;
}

const fault = (facts: object) => control(sandbox, "POST", "/fault", { path: "/cancel$", ...facts });

describe("the vendor's answers", () => {
  test("a 429 with Retry-After: sent once, refused with the vendor's word, and not sent later", async () => {
    const id = await known("slow-run");
    await fault({ kind: "status", status: 429, headers: { "retry-after": "1" }, times: 1 });
    expect((await refusal(cancel(id))).code).toBe("vendor_refused");
    // The pause is over and the job was read after it: a queued click would have gone out by now.
    expect((await read(id)).pendingAction).toBeNull();
    expect([await calls(id), await outcome(id)]).toEqual([1, "refused"]);
    // And it may be asked again, by a click of its own.
    await expect(cancel(id)).resolves.toMatchObject({ status: "accepted" });
    expect(await calls(id)).toBe(2);
  });

  test.each([
    ["a 503", { kind: "status", status: 503 }],
    ["a 500", { kind: "status", status: 500 }],
    ["a log-in page with status 200", { kind: "html" }],
    ["a redirect", { kind: "redirect", to: "http://127.0.0.1:1/" }],
  ])("%s is no yes and no no: the outcome is unknown, and one call was made", async (_, facts) => {
    const id = await known("slow-run");
    await fault({ ...facts, times: 1 });
    expect((await refusal(cancel(id))).code).toBe("outcome_unknown");
    expect([await calls(id), await outcome(id)]).toEqual([1, "unknown"]);
    expect(await read(id)).toMatchObject({ pendingAction: { status: "unknown" } });
    // The same again joins the open one; the vendor is not asked twice.
    const { pendingAction } = await read(id);
    await expect(cancel(id)).resolves.toMatchObject({ auditId: pendingAction?.auditId, already: "unknown" });
    expect(await calls(id)).toBe(1);
    await sweepActions(world.database.db, Date.now() + 11 * 60_000, 0);
    expect(await outcome(id)).toBe("unconfirmed");
    expect(await read(id)).toMatchObject({ pendingAction: null, attention: "stop_unconfirmed" });
  });

  test("an accepted cancel whose answer was cut off is found out by the next readings", async () => {
    const id = await known("slow-run");
    cutOff = /cancel$/;
    expect((await refusal(cancel(id))).code).toBe("outcome_unknown");
    cutOff = null;
    await vi.waitFor(async () => expect((await read(id)).state).toBe("cancelled"), within);
    expect([await calls(id), await outcome(id)]).toEqual([1, "confirmed"]);
  });

  test("accepted, and then the job ends well: overtaken, and never shown as cancelled", async () => {
    const id = await known("completes-before-cancel");
    await vi.waitFor(async () => expect((await read(id)).vendorState).toBe("RUNNING"), within);
    await expect(cancel(id)).resolves.toMatchObject({ status: "accepted", state: "stopping" });
    await vi.waitFor(async () => {
      expect(["stopping", "succeeded"]).toContain((await getJob(world.services, OPERATOR, ref(id), null)).state);
      expect(await read(id)).toMatchObject({ state: "succeeded", pendingAction: null });
    }, within);
    expect((await read(id)).timeline.map(({ state }) => state)).not.toContain("cancelled");
    expect(await outcome(id)).toBe("overtaken");
  });
});

describe("who asks", () => {
  test("two operators at once: one call, one entry, the same id for both", async () => {
    const id = await known("slow-run");
    const answers = await Promise.all([cancel(id), cancel(id, ADMIN), cancel(id), cancel(id, ADMIN)]);
    expect(new Set(answers.map(({ auditId }) => auditId)).size).toBe(1);
    expect(await calls(id)).toBe(1);
  });

  test("a role that was taken away after the click stops it before the vendor", async () => {
    const id = await known("slow-run");
    await world.database.db.update(users).set({ role: "viewer" }).where(eq(users.id, OPERATOR.id));
    expect((await refusal(cancel(id))).code).toBe("forbidden");
    await world.database.db.update(users).set({ role: "operator", disabled: true }).where(eq(users.id, OPERATOR.id));
    expect((await refusal(cancel(id))).code).toBe("forbidden");
    await world.database.db
      .update(users)
      .set({ disabled: false, connections: ["other"] })
      .where(eq(users.id, OPERATOR.id));
    expect((await refusal(cancel(id))).code).toBe("job_not_found");
    await world.database.db.update(users).set({ connections: null }).where(eq(users.id, OPERATOR.id));
    expect([await calls(id), await outcome(id)]).toEqual([0, undefined]);
  });
});

describe("the database", () => {
  test("fails before the call: the vendor is not called", async () => {
    const id = await known("slow-run");
    await world.database.db.execute(
      sql`alter table actions add constraint full_disk check (outcome <> 'asked') not valid`,
    );
    expect((await refusal(cancel(id))).code).toBe("audit_unavailable");
    await world.database.db.execute(sql`alter table actions drop constraint full_disk`);
    expect([await calls(id), (await read(id)).pendingAction]).toEqual([0, null]);
  });

  test("fails after the call: the outcome is kept and recorded when it is back, without another call", async () => {
    const id = await known("slow-run");
    await world.database.db.execute(
      sql`alter table actions add constraint full_disk check (outcome <> 'accepted') not valid`,
    );
    const { code, extra } = await refusal(cancel(id));
    expect(code).toBe("outcome_unknown");
    expect(await outcome(id)).toBe("asked");
    await world.database.db.execute(sql`alter table actions drop constraint full_disk`);
    await vi.waitFor(async () => expect(await outcome(id)).toBe("accepted"), within);
    await vi.waitFor(async () => expect((await read(id)).state).toBe("cancelled"), within);
    const { items } = await listAudit(world.database.db, { limit: 100 });
    expect(items.find((entry) => entry.jobId === id)).toMatchObject({ id: extra.auditId, outcome: "confirmed" });
    expect(await calls(id)).toBe(1);
  });
});

describe("a server that died between asking and answering", () => {
  /** What is left of it: an intent without an outcome. */
  async function leftBehind(id: string): Promise<void> {
    const { auditId } = await cancel(id);
    const asked = { outcome: "asked" as const, acceptedAt: null, settledAt: null };
    await world.database.db.update(actions).set(asked).where(eq(actions.id, auditId));
  }

  test("leaves a job that ended meanwhile: it is asked for by id, and what it became is told", async () => {
    const id = await known("slow-run");
    await leftBehind(id);
    // The vendor's end is on record before anyone knows that the action is lost: no list holds this job again.
    await vi.waitFor(async () => expect((await read(id)).state).toBe("cancelled"), within);
    expect(await outcome(id)).not.toBe("confirmed");
    await sweepActions(world.database.db, Date.now(), Date.now() + 1);
    expect(await listInterest(world.database.db, "lake", Date.now())).toContainEqual(ref(id));
    expect(await read(id)).toMatchObject({ state: "cancelled", pendingAction: null });
    expect(await outcome(id)).toBe("confirmed");
    expect(await calls(id)).toBe(1);
  });

  test("or if the vendor cannot be asked in time, the last state on record decides, without an alarm", async () => {
    const id = await known("slow-run");
    await leftBehind(id);
    await vi.waitFor(async () => expect((await read(id)).state).toBe("cancelled"), within);
    await sweepActions(world.database.db, Date.now(), Date.now() + 1);
    await sweepActions(world.database.db, Date.now() + 11 * 60_000, 0);
    expect(await outcome(id)).toBe("confirmed");
    const job = await getJob(world.services, OPERATOR, ref(id), null);
    expect(job).toMatchObject({ state: "cancelled", attention: null, pendingAction: null });
  });
});
