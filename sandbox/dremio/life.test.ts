import { afterEach, describe, expect, it } from "vitest";
import { openDremio, type OpenDremio } from "./open-dremio";
import { endOf, isOver, phaseAt } from "./job";
import { defaultSwitches } from "./switches";
import { WorldClock } from "../kit/world-clock";
import { World } from "./world";

const DOCUMENTED = [
  "NOT_SUBMITTED",
  "STARTING",
  "RUNNING",
  "COMPLETED",
  "CANCELED",
  "FAILED",
  "CANCELLATION_REQUESTED",
  "PLANNING",
  "PENDING",
  "METADATA_RETRIEVAL",
  "QUEUED",
  "ENGINE_START",
  "EXECUTION_PLANNING",
  "INVALID_STATE",
];

let dremio: OpenDremio;
afterEach(() => dremio?.close());

describe("the world's life over HTTP", () => {
  it("reaches every documented state and ENQUEUED while the clock is stepped", async () => {
    dremio = await openDremio({ jobs: { past: 50, alive: 40 } });
    await dremio.turn("statusWords", "raw");
    const seen = new Set<unknown>();
    for (let step = 0; step < 300 && seen.size < DOCUMENTED.length + 1; step++) {
      await dremio.step(20_000);
      const { rows } = await dremio.sql("SELECT status FROM sys.jobs_recent ORDER BY submitted_ts DESC LIMIT 150");
      for (const row of rows) seen.add(row.status);
    }
    expect([...seen].sort()).toEqual([...DOCUMENTED, "ENQUEUED"].sort());
  });

  it("shows a single job's phases by id in their order", async () => {
    dremio = await openDremio();
    const id = await dremio.job({ scenario: "every-phase" });
    const states = [await dremio.state(id)];
    for (let phase = 0; phase < 8; phase++) {
      await dremio.step(10_000);
      states.push(await dremio.state(id));
    }
    expect(states).toEqual([
      "PENDING",
      "METADATA_RETRIEVAL",
      "PLANNING",
      "ENGINE_START",
      "QUEUED",
      "EXECUTION_PLANNING",
      "STARTING",
      "RUNNING",
      "COMPLETED",
    ]);
  });

  it.each([
    ["unknown-state", "FOO"],
    ["invalid-state", "INVALID_STATE"],
    ["enqueued", "ENQUEUED"],
    ["not-submitted", "NOT_SUBMITTED"],
    ["cancellation-requested", "CANCELLATION_REQUESTED"],
    ["stuck", "RUNNING"],
    ["cancelled-by-user", "CANCELED"],
    ["cancelled-by-system", "CANCELED"],
    ["queue-timeout", "CANCELED"],
    ["abandoned", "FAILED"],
    ["fails-in-planning", "FAILED"],
    ["never-queued", "COMPLETED"],
  ])("%s is %s in the end", async (scenario, state) => {
    dremio = await openDremio();
    const id = await dremio.job({ scenario });
    await dremio.step(600_000);
    expect(await dremio.state(id)).toBe(state);
  });

  it("grows the row count in steps while it runs", async () => {
    dremio = await openDremio();
    const id = await dremio.job({ scenario: "slow-run", rows: 800 });
    const counts: number[] = [];
    for (let minute = 0; minute < 12; minute++) {
      counts.push(Number((await dremio.call("GET", `/api/v3/job/${id}`)).json.rowCount));
      await dremio.step(60_000);
    }
    expect(counts[0]).toBe(0);
    expect(counts.at(-1)).toBe(800);
    expect(new Set(counts).size).toBeGreaterThan(4);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });

  it("flickers FAILED, PENDING on a re-attempt, and carries the stale end along", async () => {
    dremio = await openDremio();
    const id = await dremio.job({ scenario: "re-attempt" });
    const first = (await dremio.call("GET", `/api/v3/job/${id}`)).json;
    await dremio.step(4_000);
    const failed = (await dremio.call("GET", `/api/v3/job/${id}`)).json;
    expect([failed.jobState, failed.startedAt]).toEqual(["FAILED", first.startedAt]);
    expect(failed.errorMessage).toMatch(/OUT_OF_MEMORY/);
    await dremio.step(3_000);
    const again = (await dremio.call("GET", `/api/v3/job/${id}`)).json;
    expect([again.jobState, again.errorMessage, again.endedAt]).toEqual(["RUNNING", "", failed.endedAt]);
    expect(Date.parse(String(again.endedAt))).toBeLessThan(Date.parse(String(again.startedAt)));
    const { rows } = await dremio.sql(`SELECT attempt_count FROM sys.jobs WHERE job_id = '${id}'`);
    expect(rows).toEqual([{ attempt_count: 2 }]);
  });

  it("leaves scheduling out until it is asked for, and its end at the epoch while it waits", async () => {
    dremio = await openDremio();
    const id = await dremio.job({ scenario: "queued-then-runs" });
    expect((await dremio.call("GET", `/api/v3/job/${id}`)).json).not.toHaveProperty("queueName");
    await dremio.step(2_000);
    const queued = (await dremio.call("GET", `/api/v3/job/${id}`)).json;
    expect(queued).toMatchObject({ jobState: "QUEUED", resourceSchedulingEndedAt: "1970-01-01T00:00:00.000Z" });
    expect(queued).not.toHaveProperty("endedAt");
    expect(queued).not.toHaveProperty("acceleration");
    await dremio.step(60_000);
    expect((await dremio.call("GET", `/api/v3/job/${id}`)).json).toHaveProperty("acceleration");
  });
});

describe("the world as a function of the clock", () => {
  function world(flavor: "community" | "enterprise", seed = 7) {
    let real = 1_790_000_000_000;
    const clock = new WorldClock(() => real);
    const made = new World(clock, defaultSwitches(flavor), seed, { past: 2_000, alive: 40 });
    return { made, pass: (ms: number) => ((real += ms), made.advance()) };
  }

  it("begins with 2,000 that have ended and keeps about 40 alive for hours", () => {
    const { made, pass } = world("enterprise");
    let now = pass(0);
    expect([...made.jobs.values()].filter((job) => job.listed && isOver(job, now))).toHaveLength(2_000);
    const alive: number[] = [];
    for (let step = 0; step < 60; step++) {
      now = pass(240_000);
      alive.push([...made.jobs.values()].filter((job) => job.listed && !isOver(job, now)).length);
    }
    const mean = alive.reduce((sum, count) => sum + count, 0) / alive.length;
    expect(mean).toBeGreaterThan(32);
    expect(mean).toBeLessThan(48);
  });

  it("is the same whether its time is stepped at once or bit by bit", () => {
    const [once, often] = [world("enterprise"), world("enterprise")];
    const end = once.pass(600_000);
    for (let step = 0; step < 100; step++) often.pass(6_000);
    expect(often.made.census(end)).toEqual(once.made.census(end));
    expect([...often.made.jobs.keys()]).toEqual([...once.made.jobs.keys()]);
  });

  it("never starts an engine on Community, and names its queues by their ids there", () => {
    const jobs = [...world("community").made.jobs.values()].filter((job) => job.listed);
    expect(jobs.flatMap((job) => job.phases).map((phase) => phase.state)).not.toContain("ENGINE_START");
    for (const { queue } of jobs) if (queue) expect(queue.id).toBe(queue.name);
  });

  it("forgets after 30 days", () => {
    const { made, pass } = world("enterprise");
    const ended = [...made.jobs.values()].find((job) => job.listed && isOver(job, pass(0)));
    if (!ended) throw new Error("nothing has ended");
    expect(made.get(ended.id, pass(1_000))).not.toBeNull();
    const now = pass(31 * 86_400_000);
    expect(made.get(ended.id, now)).toBeNull();
    expect(phaseAt(ended, now).at).toBe(endOf(ended));
  });
});
