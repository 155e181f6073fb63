import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { act, readOne, sweep, TestWorld } from "@/lib/vendors/datameer/open-world.testkit";
import { datameer } from "@/lib/vendors/datameer";
import { expectSaneSnapshot } from "@/lib/vendors/_shared/sane-snapshot";
import { isFinal } from "@/lib/jobs/state";
import { VendorError } from "@/lib/vendors/errors";
import { datameerSwitches } from "@/sandbox/datameer/switches";

let world: TestWorld;
beforeAll(async () => void (world = await TestWorld.open()));
afterAll(() => world.close());

const walked = Object.entries(datameerSwitches)
  .filter(([name]) => name !== "seedSituation")
  .flatMap(([name, spec]) => (spec.values as readonly unknown[]).map((value) => [name, value] as const));

async function turned(name: string, value: unknown) {
  const { session } = world;
  for (const [other, spec] of Object.entries(datameerSwitches)) await session.turn(other, spec.default);
  await session.control("POST", "reset");
  await session.turn(name, value);
}

describe("every value of every switch", () => {
  it.each(walked)("%s = %s", async (name, value) => {
    await turned(name, value);
    const { session } = world;
    const locked = name === "failAuth" && value === true;
    const timeZone = name === "timeZone" ? String(value) : "Asia/Shanghai";
    const ctx = world.context({
      settings: { timeZone, configurations: [{ id: 4, fileId: 48 }, { id: 21 }, { id: 12 }] },
    });
    if (locked) {
      await expect(sweep(ctx)).rejects.toMatchObject({ reason: "unauthorized" });
      return;
    }
    await datameer.check(ctx);
    const slow = await session.play("slow-run");
    await session.step(5_000);
    const pages = [await sweep(ctx), await sweep(ctx, "recent"), await sweep(ctx)];
    for (const { items, skipped } of pages) {
      for (const item of items) expectSaneSnapshot(item, datameer.descriptor);
      expect(skipped).toEqual([]);
    }
    const running = await readOne(ctx, "execution", slow.executionId);
    const definition = await readOne(ctx, "configuration", slow.configurationId);
    expect(definition.run).toBe(String(slow.executionId));
    expect([definition.state, definition.vendorState]).toEqual([running.state, running.vendorState]);
    if (name === "unknownStatus" && value !== null) {
      expect(running).toMatchObject({ state: "unknown", vendorState: value, actions: [] });
      return;
    }
    if (name === "maxConcurrent" && value === 1) return;
    expect(running.state).toBe("running");
    if (name !== "dateStyle") expect(running.startedAt).not.toBeNull();
    const never = await readOne(ctx, "configuration", 21);
    expect(never).toMatchObject({ state: "draft", run: null });

    const stopped = await act(ctx, running, "stop").catch((error: unknown) => error);
    const cannot = (name === "version" && value === "7.2.4") || (name === "encodedSlash" && value === "rejected");
    if (cannot && stopped instanceof VendorError) expect(stopped.reason).toBe("rejected");
    else expect(stopped).toEqual({ message: null });
    await session.step(40_000);
    const ended = await readOne(ctx, "execution", slow.executionId);
    if (!(stopped instanceof VendorError)) {
      expect(isFinal(ended.state)).toBe(true);
      expect(ended.state).toBe(name === "stopLosesRace" && value === true ? "succeeded" : "cancelled");
    }
  });
});

describe("what a version or a setting of the server means", () => {
  it("an execution that no one knows is null, or an error where the server only says 500", async () => {
    for (const value of ["404", "{}"]) {
      await turned("restUnknown", value);
      const ctx = world.context();
      expect(await datameer.getJob(ctx, { connection: "c", kind: "execution", id: "999999" })).toBeNull();
      expect(await datameer.getJob(ctx, { connection: "c", kind: "configuration", id: "999999" })).toBeNull();
    }
    await turned("restUnknown", "500");
    await expect(readOne(world.context(), "execution", 999_999)).rejects.toMatchObject({ reason: "unavailable" });
  });

  it("the log-in page is unauthorized in words, a redirect to it is not followed", async () => {
    await turned("htmlLogin", "page");
    const wrong = world.context({ password: "wrong" });
    await expect(datameer.check(wrong)).rejects.toMatchObject({ reason: "unauthorized", message: /log-in page/ });
    await turned("htmlLogin", "redirect");
    await expect(sweep(world.context({ password: "wrong" }))).rejects.toMatchObject({ reason: "redirected" });
  });

  it("a connection without a time zone is refused with the reason", async () => {
    const ctx = world.context({ settings: { timeZone: undefined } });
    for (const call of [datameer.check(ctx), sweep(ctx), readOne(ctx, "execution", 30)]) {
      await expect(call).rejects.toMatchObject({ reason: "rejected", message: /timeZone/ });
    }
  });

  it("dates in another language are shown as they are, with a notice", async () => {
    await turned("dateStyle", "german");
    const { items, notice } = await sweep(world.context({ settings: { configurations: [{ id: 12 }] } }), "recent");
    expect(notice?.code).toBe("unreadable_dates");
    const run = items.find(({ kind, id }) => kind === "execution" && id === "30");
    expect(run).toMatchObject({ startedAt: null, details: { startTimeReading: "unreadable", startTime: /Juli 2012/ } });
  });

  it("before 7.2.5 a trigger goes by configuration, and the run that it started is found", async () => {
    await turned("version", "7.2.4");
    const ctx = world.context({ settings: { configurations: [{ id: 21, fileId: 50 }] } });
    const job = await readOne(ctx, "configuration", 21);
    const { started } = await act(ctx, job, "trigger");
    const { run } = await readOne(ctx, "configuration", 21);
    expect(started).toEqual([{ kind: "execution", id: run }]);
  });

  it("a queued run behind a running one is the definition's newest, whatever the list shows", async () => {
    await turned("waitingState", true);
    const {
      items: [first, second],
    } = await world.session.play("behind");
    await world.session.step(5_000);
    const ctx = world.context();
    const definition = () => readOne(ctx, "configuration", first?.configurationId ?? 0);
    expect(await definition()).toMatchObject({
      run: String(second?.executionId),
      vendorState: "WAITING_FOR_OTHER_JOB",
    });
    const { items } = await sweep(ctx);
    const listed = items.filter(({ kind, id }) => kind === "configuration" && id === String(first?.configurationId));
    expect(listed).toMatchObject([{ run: String(second?.executionId), state: "queued" }]);
    expect(items.find(({ id }) => id === String(first?.executionId))).toMatchObject({
      kind: "execution",
      state: "running",
    });
  });

  it("a history that lists the oldest first still shows the newest runs", async () => {
    await turned("historyOrder", "oldest-first");
    const ctx = world.context();
    const runs = (await readOne(ctx, "configuration", 3)).history?.map(({ run }) => Number(run)) ?? [];
    await turned("historyOrder", "newest-first");
    const same = (await readOne(world.context(), "configuration", 3)).history?.map(({ run }) => Number(run)) ?? [];
    expect(runs.length).toBeGreaterThan(10);
    expect(runs).toEqual([...runs].sort((a, b) => b - a));
    expect(runs[0]).toBe(same[0]);
  });

  it("a run across the hour that happens twice keeps its length", async () => {
    await turned("timeZone", "Europe/Berlin");
    const ctx = world.context({ settings: { timeZone: "Europe/Berlin" } });
    const fold = await readOne(ctx, "execution", (await world.session.play("dst-fold")).executionId);
    const gap = await readOne(ctx, "execution", (await world.session.play("dst-gap")).executionId);
    for (const { startedAt, endedAt } of [fold, gap]) {
      expect(Date.parse(endedAt ?? "") - Date.parse(startedAt ?? "")).toBe(45 * 60_000);
    }
    expect(fold.details).toMatchObject({
      startTimeReading: "ambiguous",
      stopTimeReading: "ambiguous",
      timeProblem: null,
    });
  });
});
