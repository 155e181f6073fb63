import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { act, readOne, sweep, TestWorld } from "@/lib/vendors/datameer/open-world.testkit";
import { camelRecord, isRecord } from "@/lib/vendors/_shared/camel-keys";
import { expectSaneSnapshot } from "@/lib/vendors/_shared/sane-snapshot";
import { DatameerConfigurationDetails, DatameerExecutionDetails } from "@/lib/contract/details/datameer";
import { datameer } from "@/lib/vendors/datameer";
import type { JobSnapshot } from "@/lib/jobs/snapshot";
import type { VendorContext } from "@/lib/vendors/types";
import { seedExamples, type SeedExample } from "@/sandbox/datameer/seed-examples";

let world: TestWorld;
beforeAll(async () => void (world = await TestWorld.open()));
afterAll(() => world.close());

const settings = {
  configurations: [
    { id: 4, fileId: 48 },
    { id: 5, fileId: 46 },
    { id: 21, fileId: 50 },
    { id: 999999, fileId: 999999 },
  ],
};

async function situation(
  { situation: name, version }: Pick<SeedExample, "situation" | "version">,
  user: SeedExample["user"],
) {
  await world.session.control("POST", "reset");
  await world.session.turn("seedSituation", name);
  await world.session.turn("version", version);
  return world.context({ user, settings });
}

/** The answer's fields as they must stand in details. */
function fields(example: SeedExample): Record<string, unknown> {
  return isRecord(example.answer) ? camelRecord(example.answer, { freeMaps: ["counters"] }) : {};
}

function byName(name: string): SeedExample {
  const example = seedExamples.find((candidate) => candidate.name === name);
  if (!example) throw new Error(`no example ${name}`);
  return example;
}

async function open(name: string, user: SeedExample["user"] = "admin"): Promise<[SeedExample, VendorContext]> {
  const example = byName(name);
  return [example, await situation(example, user)];
}

describe("the examples of the vendor's page, over HTTP", () => {
  const statuses: [string, number, Partial<JobSnapshot>][] = [
    ["status, running", 4, { state: "running", run: "3", progress: { fraction: 0, of: "job", subjobId: null } }],
    ["status, completed", 4, { state: "succeeded", run: "3", endedAt: "2018-09-28T10:44:58.000Z" }],
    ["status, completed with errors", 5, { state: "warning", run: "4", startedAt: "2018-09-28T02:09:47.000Z" }],
    ["status, queued", 4, { state: "queued", run: "4", startedAt: null }],
    ["status, canceled", 4, { state: "cancelled", run: "4", startedAt: null, endedAt: "2018-09-28T10:58:41.000Z" }],
    ["status, never run", 21, { state: "draft", run: null, vendorState: "_NONE" }],
    ["V1 status, never triggered", 21, { state: "draft", run: null, vendorState: "_NONE" }],
  ];
  it.each(statuses)("%s", async (name, id, expected) => {
    const [example, ctx] = await open(name);
    // The artifact's status is believed once the execution is known to be this configuration's.
    await sweep(ctx, "recent");
    const snapshot = await readOne(ctx, "configuration", id);
    expect(snapshot).toMatchObject(expected);
    const { startTime: _a, stopTime: _b, ...said } = fields(example);
    expect(snapshot.details).toMatchObject(said);
    expect(DatameerConfigurationDetails.parse(snapshot.details)).toEqual(snapshot.details);
    expectSaneSnapshot(snapshot, datameer.descriptor);
  });

  it("status, no such file: the configuration alone decides", async () => {
    const [, ctx] = await open("status, no such file");
    expect(await datameer.getJob(ctx, { connection: "c", kind: "configuration", id: "999999" })).toBeNull();
  });

  it.each(["admin", "analyst"] as const)("trigger by %s is opened and followed", async (user) => {
    const name = user === "admin" ? "trigger by an administrator" : "trigger by an analyst";
    const [example, ctx] = await open(name, user);
    const draft = await readOne(ctx, "configuration", 4);
    expect(draft.state).toBe("draft");
    const accepted = await act(ctx, draft, "trigger");
    const id = String(fields(example).jobExecutionId);
    expect(accepted.started).toEqual([{ kind: "execution", id }]);
    const execution = await readOne(ctx, "execution", id);
    expect(execution).toMatchObject({ state: "queued", owner: user, name: "categorization" });
    expect(execution.details).toMatchObject({ jobExecutionUser: user, jobExecutionTrigger: "RESTAPI" });
    expect(await readOne(ctx, "configuration", 4)).toMatchObject({ run: id, owner: user, state: "queued" });
  });

  it("stop", async () => {
    const [, ctx] = await open("stop");
    const job = await readOne(ctx, "configuration", 4);
    expect(await act(ctx, job, "stop")).toEqual({ message: null });
    await world.session.step(2_000);
    expect(await readOne(ctx, "execution", 3)).toMatchObject({ state: "cancelled" });
  });

  it("history", async () => {
    const [, ctx] = await open("history");
    const { history } = await readOne(ctx, "configuration", 12);
    expect(history?.map(({ run, vendorState }) => [run, vendorState])).toEqual(
      ["30", "27", "23"].map((run) => [run, "COMPLETED"]),
    );
    expect(history?.[0]?.durationMs).toBe(118_000);
  });

  it.each([
    ["details before 7.4", "30"],
    ["details from 7.4", "6"],
  ])("%s", async (name, id) => {
    const [example, ctx] = await open(name);
    const snapshot = await readOne(ctx, "execution", id);
    expect(snapshot.details).toMatchObject(fields(example));
    expect(snapshot.details.counters).toEqual(fields(example).counters);
    expect(DatameerExecutionDetails.parse(snapshot.details)).toEqual(snapshot.details);
    expect(snapshot.rowCount).toBe(fields(example).successCount);
  });

  it("list of active jobs", async () => {
    const [example, ctx] = await open("list of active jobs");
    const { items } = await sweep(ctx);
    const rows = (example.answer as Record<string, unknown>[]).map((row) => camelRecord(row));
    for (const row of rows) {
      const configuration = items.find(
        ({ id, kind }) => kind === "configuration" && id === String(row.dapJobConfigurationId),
      );
      expect(configuration?.details).toMatchObject(row);
    }
    // The status by configuration has the id that its row lacks.
    expect(items.filter(({ kind }) => kind === "execution").map(({ id }) => id)).toEqual(["37", "38", "39", "40"]);
  });

  it("sequence", async () => {
    const [example, ctx] = await open("sequence");
    const job = await readOne(ctx, "configuration", 4);
    const accepted = await act(ctx, job, "trigger-sequence", { fileIds: [4], variables: { foo: "fooValue" } });
    const plan = (fields(example).executionPlan as unknown[]) ?? [];
    expect(accepted.plan).toEqual(plan);
    expect(accepted.started).toEqual(["16", "17"].map((id) => ({ kind: "execution", id })));
    expect(await readOne(ctx, "execution", 17)).toMatchObject({ state: "queued", name: "categorization" });
  });
});
