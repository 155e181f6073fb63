import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { act, readOne, requestOf, TestWorld } from "@/lib/vendors/datameer/open-world.testkit";
import { datameer } from "@/lib/vendors/datameer";
import { datameerSwitches } from "@/sandbox/datameer/switches";
import type { VendorContext } from "@/lib/vendors/types";

let world: TestWorld;
let ctx: VendorContext;
beforeAll(async () => void (world = await TestWorld.open()));
afterAll(() => world.close());
beforeEach(async () => {
  for (const [name, spec] of Object.entries(datameerSwitches)) await world.session.turn(name, spec.default);
  await world.session.control("POST", "reset");
  ctx = world.context();
});

const orders = async () => (await world.calls()).filter((call) => !call.startsWith("GET "));
const NO_SUCH_FILE = "File doesn't exist or isn't accessible with current permissions";

describe("stop", () => {
  it("that would hit a newer run is refused without a call, by execution and by configuration", async () => {
    const first = await world.session.play("slow-run");
    await world.session.step(5_000);
    const seen = [
      await readOne(ctx, "execution", first.executionId),
      await readOne(ctx, "configuration", first.configurationId),
    ];
    await world.session.play("slow-run", { configurationId: first.configurationId });
    await world.calls();
    for (const job of seen) await expect(act(ctx, job, "stop")).rejects.toMatchObject({ reason: "other-target" });
    expect(await orders()).toEqual([]);
  });

  it("of a run that has ended is refused in words", async () => {
    const { executionId } = await world.session.play("slow-run", { plan: { runMs: 8_000 } });
    await world.session.step(5_000);
    const job = await readOne(ctx, "execution", executionId);
    await world.session.step(60_000);
    await expect(act(ctx, job, "stop")).rejects.toMatchObject({
      reason: "rejected",
      message: /already ended: COMPLETED/,
    });
  });

  it("of a run without a known id cannot be judged, so it is not sent", async () => {
    const job = { ...(await readOne(ctx, "configuration", 21)), run: null };
    await expect(act(ctx, job, "stop")).rejects.toMatchObject({ reason: "other-target" });
  });

  it("by execution where the server offers it, and by artifact where it turns out not to", async () => {
    const settings = { stopByExecution: "yes" };
    for (const offered of [true, false]) {
      await world.session.turn("killEndpoint", offered);
      const own = world.context({ settings });
      const { executionId, uuid } = await world.session.play("slow-run");
      await world.session.step(5_000);
      const job = await readOne(own, "execution", executionId);
      await world.calls();
      await act(own, job, "stop");
      const kill = `POST /rest/job-execution/job-kill/${executionId}`;
      expect(await orders()).toEqual(offered ? [kill] : [kill, `POST /api/job-execution/${uuid}/stop`]);
      await world.session.step(5_000);
      expect((await readOne(own, "execution", executionId)).state).toBe("cancelled");
    }
  });

  it("by execution hits the run named, though a newer one is queued", async () => {
    await world.session.turn("killEndpoint", true);
    const {
      items: [first, second],
    } = await world.session.play("behind");
    await world.session.step(5_000);
    const own = world.context({ settings: { stopByExecution: "yes" } });
    await act(own, await readOne(own, "execution", first?.executionId ?? 0), "stop");
    await world.session.step(2_000);
    expect((await readOne(own, "execution", first?.executionId ?? 0)).state).toBe("cancelled");
    expect((await readOne(own, "execution", second?.executionId ?? 0)).state).not.toBe("cancelled");
  });

  it("by path alone works where no proxy refuses it, and says what to configure otherwise", async () => {
    await world.session.turn("version", "7.2.5");
    const { executionId, configurationId, fileId } = await world.session.play("slow-run");
    await world.session.step(5_000);
    await datameer.listJobs(ctx, { scope: "active", since: 0, cursor: null });
    const job = await readOne(ctx, "execution", executionId);
    expect(job.details.configurationId).toBe(String(configurationId));
    await world.session.turn("encodedSlash", "rejected");
    await expect(act(ctx, job, "stop")).rejects.toMatchObject({ reason: "rejected", message: /fileId/ });
    const told = world.context({ settings: { configurations: [{ id: configurationId, fileId }] } });
    await act(told, job, "stop");
    await world.session.turn("encodedSlash", "accepted");
    await act(ctx, job, "stop");
  });

  it("of an artifact that nothing names says what to configure", async () => {
    await world.session.turn("version", "7.2.5");
    const job = await readOne(ctx, "execution", 30);
    await expect(act(ctx, job, "stop")).rejects.toMatchObject({ reason: "rejected", message: /configurations: \[/ });
  });

  it("of somebody else's artifact is refused in the vendor's words", async () => {
    const analyst = world.context({ user: "analyst" });
    const { executionId } = await world.session.play("slow-run");
    await world.session.step(5_000);
    const job = await readOne(analyst, "execution", executionId);
    await expect(act(analyst, job, "stop")).rejects.toMatchObject({ reason: "rejected", message: NO_SUCH_FILE });
  });
});

describe("trigger", () => {
  it("is refused in the vendor's words where the server takes one run at a time", async () => {
    await world.session.turn("doubleTrigger", "failure");
    const { configurationId } = await world.session.play("slow-run");
    await world.session.step(5_000);
    const job = await readOne(ctx, "configuration", configurationId);
    await expect(act(ctx, job, "trigger")).rejects.toMatchObject({
      reason: "rejected",
      message: "Job is already running",
    });
  });

  it("gives the definition a newer run", async () => {
    const before = await readOne(ctx, "configuration", 12);
    const { started } = await act(ctx, before, "trigger");
    const after = await readOne(ctx, "configuration", 12);
    expect(after.run).toBe(started?.[0]?.id);
    expect(after.run).not.toBe(before.run);
    expect(after.history?.map(({ run }) => run)).toContain(before.run);
  });
});

describe("sequence", () => {
  it("is refused where a workbook is not data driven, and may leave steps out", async () => {
    const job = await readOne(ctx, "configuration", 18);
    const more = { fileIds: ["61"] };
    await expect(act(ctx, job, "trigger-sequence", more)).rejects.toMatchObject({ message: /not data driven/ });
    await world.session.turn("sequenceNotDataDriven", "trigger-false");
    const { plan, started } = await act(ctx, job, "trigger-sequence", more);
    expect(plan).toContainEqual({ jobConfigurationName: "customer_360", jobConfigurationId: 33, trigger: false });
    const triggered = plan?.filter((entry) => (entry as { trigger: boolean }).trigger);
    expect(started).toEqual(
      triggered?.map((entry) => ({
        kind: "execution",
        id: String((entry as { jobExecutionId: number }).jobExecutionId),
      })),
    );
  });

  it.each(["ignored", "file-ids", "configuration-ids"])("whatever the query names: %s", async (value) => {
    await world.session.turn("sequenceParam", value);
    await world.session.turn("sequenceBody", "strict");
    const settings = {
      sequenceIds: value === "configuration-ids" ? "configuration" : "file",
      configurations: [{ id: 3, fileId: 4 }],
    };
    const own = world.context({ settings });
    const job = await readOne(own, "configuration", 3);
    const { plan } = await act(own, job, "trigger-sequence", { fileIds: [4], variables: { foo: "x" } });
    expect(plan?.[0]).toMatchObject({ jobConfigurationName: "apache_log" });
    if (value !== "configuration-ids") return;
    const unknown = act(own, job, "trigger-sequence", { fileIds: [48] });
    await expect(unknown).rejects.toMatchObject({ reason: "rejected", message: /fileId: 48/ });
  });

  it("needs file ids, and a version that has it", async () => {
    const job = await readOne(ctx, "configuration", 3);
    const refuse = (more: object) => datameer.refuseAction?.(requestOf("trigger-sequence", job, more))?.field;
    expect([refuse({}), refuse({ fileIds: [] }), refuse({ fileIds: ["a"] })]).toEqual([
      "fileIds",
      "fileIds",
      "fileIds",
    ]);
    expect(refuse({ fileIds: [4, "17"] })).toBeUndefined();
    await world.session.turn("version", "7.2.5");
    await expect(act(ctx, job, "trigger-sequence", { fileIds: [4] })).rejects.toMatchObject({ reason: "rejected" });
  });
});

describe("delete", () => {
  it.each(["envelope", "empty"])("removes one of the listed results: %s", async (value) => {
    await world.session.turn("deleteAnswer", value);
    const job = await readOne(ctx, "configuration", 12);
    expect(job.dataIds).toEqual(["19030", "19027", "19023"]);
    expect(job.details.datas).toMatchObject([
      { id: 19030, recordCount: 494_400, at: "2012-07-06T10:21:07.000Z" },
      {},
      {},
    ]);
    await act(ctx, job, "delete", { dataId: "19027" });
    expect((await readOne(ctx, "configuration", 12)).dataIds).toEqual(["19030", "19023"]);
  });

  it("never sends an id of another configuration, or none", async () => {
    const job = await readOne(ctx, "configuration", 12);
    const refuse = (more: object) => datameer.refuseAction?.(requestOf("delete", job, more))?.field;
    expect([refuse({}), refuse({ dataId: "1" }), refuse({ dataId: "19030" })]).toEqual(["dataId", "dataId", undefined]);
    await world.calls();
    await expect(act(ctx, job, "delete", { dataId: "19004" })).rejects.toMatchObject({ reason: "rejected" });
    expect(await orders()).toEqual([]);
  });

  it("that the vendor refuses is refused in its words", async () => {
    const analyst = world.context({ user: "analyst" });
    const job = await readOne(analyst, "configuration", 12);
    const refusal = { reason: "rejected", message: "No job or data available" };
    await expect(act(analyst, job, "delete", { dataId: "19030" })).rejects.toMatchObject(refusal);
  });
});
