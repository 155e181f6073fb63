import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FIXED_TOKEN } from "@/sandbox/huawei-dli/accounts";
import { FINISHED_EXAMPLE } from "@/sandbox/huawei-dli/sql/document-jobs";
import { DLI_SWITCHES, type DliSwitches } from "@/sandbox/huawei-dli/switches";
import type { Setting, SwitchSpec } from "@/sandbox/huawei-dli/switches/choice";
import { isActive } from "@/lib/jobs/state";
import type { JobSnapshot } from "@/lib/jobs/snapshot";
import { VendorError } from "@/lib/vendors/errors";
import { huaweiDli } from "@/lib/vendors/huawei-dli";
import { readOne, refOf, requestOf, sweepAll, DliWorldKit } from "@/lib/vendors/huawei-dli/dli-world.testkit";
import type { VendorContext } from "@/lib/vendors/types";

/** Every setting of every switch: the vendor's open questions, each answered in each way. */
const SETTINGS = Object.entries(DLI_SWITCHES as Record<string, SwitchSpec<Setting>>).flatMap(([name, spec]) =>
  spec.values.map((value): [string, Setting, boolean] => [name, value, spec.failing.includes(value)]),
);

interface Jobs {
  sql: string;
  failed: string;
  flink: string;
  stopped: string;
  excepted: string;
  batch: string;
}

let world: DliWorldKit;
let ctx: VendorContext;
let jobs: Jobs;
beforeAll(async () => {
  world = await DliWorldKit.start({ jobs: { sql: 12, flink: 16, sparkBatch: 6, arrivals: false } });
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.sandbox.reset();
  ctx = world.context();
  jobs = {
    sql: await world.sandbox.make("sql", "subjobs"),
    failed: await world.sandbox.make("sql", "fails", { ageMs: 60_000 }),
    flink: await world.sandbox.make("flink", "running"),
    stopped: await world.sandbox.make("flink", "stopped"),
    excepted: await world.sandbox.make("flink", "exception"),
    batch: await world.sandbox.make("spark-batch", "runs-forever"),
  };
  await world.sandbox.step(20_000);
});

async function act(kind: string, id: string, action: "cancel" | "stop"): Promise<void> {
  const job = await readOne(ctx, kind, id);
  await huaweiDli.act?.(ctx, refOf(kind, id), requestOf(action, job));
}

/** All that a connection does in its life. Answers what it saw, by kind. */
async function live(): Promise<Record<string, JobSnapshot>> {
  const { items } = await sweepAll(ctx);
  const recent = await sweepAll(ctx, "recent", Date.now() - 86_400_000);
  expect(items.length + recent.items.length).toBeGreaterThan(20);
  const seen = {
    sql: await readOne(ctx, "sql", jobs.sql),
    failed: await readOne(ctx, "sql", jobs.failed),
    flink: await readOne(ctx, "flink", jobs.flink),
    stopped: await readOne(ctx, "flink", jobs.stopped),
    excepted: await readOne(ctx, "flink", jobs.excepted),
    batch: await readOne(ctx, "spark-batch", jobs.batch),
  };
  await huaweiDli.getProgress?.(ctx, refOf("sql", jobs.sql), { startedAt: seen.sql.startedAt ?? null });
  await huaweiDli.getResults?.(ctx, refOf("sql", FINISHED_EXAMPLE), { offset: 0, limit: 10 });
  for (const [kind, id] of [
    ["sql", "00000000-0000-4000-8000-000000000000"],
    ["flink", "999999"],
    ["spark-batch", "00000000-0000-4000-8000-000000000000"],
  ] as const) {
    expect(await huaweiDli.getJob(ctx, refOf(kind, id))).toBeNull();
  }
  await huaweiDli.getLog?.(ctx, refOf("spark-batch", jobs.batch));
  await act("sql", jobs.sql, "cancel");
  await act("spark-batch", jobs.batch, "cancel");
  await act("flink", jobs.flink, "stop");
  return seen;
}

describe("under every setting of every switch", () => {
  it.each(SETTINGS)("%s = %j", async (name, value, failing) => {
    await world.sandbox.turn(name as keyof DliSwitches, value as never);
    const outcome = await live().catch((error: unknown) => error);
    if (outcome instanceof Error) {
      // Refused on purpose: then in the vendor's words; a list or a job that we cannot read is never an answer.
      if (!(outcome instanceof VendorError) || !failing) throw outcome;
      expect(outcome.message).not.toBe("");
      return;
    }
    const seen = outcome as Record<string, JobSnapshot>;
    // The same facts, however they are dressed.
    for (const kind of ["sql", "flink", "batch"]) expect(seen[kind] && isActive(seen[kind].state)).toBe(true);
    expect(seen.failed).toMatchObject({ state: "failed", error: expect.stringMatching(/DLI\.\d+/) });
    expect(seen.stopped).toMatchObject({ state: "cancelled" });
    expect(seen.excepted).toMatchObject({ state: "failed", attention: "exception" });
  });
});

describe("a refusal on purpose", () => {
  it.each([
    ["gatewayFailure", "429", "rate-limited"],
    ["gatewayFailure", "500", "unavailable"],
    ["gatewayFailure", "502", "unavailable"],
    ["gatewayFailure", "503", "unavailable"],
    ["gatewayFailure", "504", "unavailable"],
    ["fixedToken", "expired", "unauthorized"],
  ] as const)("%s = %s is %s, for the list and for one job", async (name, value, reason) => {
    await world.sandbox.turn(name, value);
    await expect(sweepAll(world.context())).rejects.toMatchObject({ reason });
    await expect(huaweiDli.getJob(world.context(), refOf("sql", jobs.sql))).rejects.toMatchObject({ reason });
  });

  it("of a read-only account leaves it its lists", async () => {
    await world.sandbox.turn("permission", "read-only");
    expect((await sweepAll(ctx)).items.length).toBeGreaterThan(0);
    await expect(act("sql", jobs.sql, "cancel")).rejects.toMatchObject({ reason: "forbidden", vendorCode: "DLI.0003" });
    await expect(act("flink", jobs.flink, "stop")).rejects.toMatchObject({ reason: "forbidden" });
    await expect(act("spark-batch", jobs.batch, "cancel")).rejects.toMatchObject({ reason: "forbidden" });
  });

  it.each(["CST", "SGT", "HKT", "UTC", "CEST", "GMT+08:00", "unparsable"] as const)(
    "no date is lost or invented in %s",
    async (zone) => {
      await world.sandbox.turn("dateZone", zone);
      const { startedAt } = await readOne(ctx, "sql", jobs.sql);
      const reading = await huaweiDli.getProgress?.(ctx, refOf("sql", jobs.sql), { startedAt: startedAt ?? null });
      expect(reading?.subjobs?.length).toBeGreaterThan(0);
      for (const { submittedAt, submissionTime } of reading?.subjobs ?? []) {
        expect(submissionTime).not.toBeNull();
        if (zone === "unparsable") expect(submittedAt).toBeNull();
        else expect(Math.abs(Date.parse(submittedAt ?? "") - Date.parse(startedAt ?? ""))).toBeLessThan(120_000);
      }
    },
  );

  it("never names the token", async () => {
    await world.sandbox.turn("fixedToken", "expired");
    const error = await sweepAll(world.context()).catch((thrown: unknown) => thrown);
    expect(String(error)).not.toContain(FIXED_TOKEN);
  });
});
