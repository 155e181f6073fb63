import { describe, expect, it } from "vitest";
import { type Watched, endOf, goesOn, toWatched, withRun, withStarts } from "@/components/jobs/watch-end";
import { at, sampleDetail, sampleRuns } from "@/components/preview/samples/jobs";
import type { JobDetail } from "@/lib/contract/job";
import { refKey } from "@/lib/jobs/ref";

const ran = (run: string | null, part: Partial<JobDetail> = {}) => sampleDetail({ run, ...part });
const [first] = sampleRuns(1);
const earlier = {
  run: "1",
  state: "failed",
  vendorState: "ERROR",
  startedAt: at(1),
  endedAt: at(2),
  durationMs: 60_000,
  path: "/",
} as const;

describe("a watched run in a list of what is active", () => {
  it("goes on while the list has the run that was watched", () => {
    const watched = toWatched(ran("1", { startedAt: at(1) }));
    expect(goesOn(watched, { startedAt: at(1), gone: false })).toBe(true);
    expect(goesOn(watched, { startedAt: at(3), gone: false })).toBe(false);
    expect(goesOn(watched, { startedAt: at(1), gone: true })).toBe(false);
    expect(goesOn(watched, undefined)).toBe(false);
  });
  it("goes on from the queue into its run", () => {
    expect(goesOn(toWatched(ran(null, { startedAt: null })), { startedAt: at(1), gone: false })).toBe(true);
  });
});

describe("the end of a watched run", () => {
  it("is the job's own while no other run has begun", () => {
    const watched = toWatched(ran("1", { startedAt: at(1) }));
    expect(endOf(watched, ran("1"))).toBeNull();
    expect(endOf(watched, ran("1", { state: "succeeded" }))).toBe("succeeded");
  });

  it("is not to be had of a job that the vendor no longer has", () => {
    const watched = toWatched(ran("1", { startedAt: at(1) }));
    expect(endOf(watched, ran("1", { gone: true }))).toBe("gone");
    expect(endOf(watched, ran("1", { gone: true, state: "failed" }))).toBe("failed");
  });

  it("is told from the history where the next run goes on already", () => {
    const watched = toWatched(ran("1", { startedAt: at(1) }));
    expect(endOf(watched, ran("2", { startedAt: at(3), history: [earlier] }))).toBe("failed");
    expect(endOf(watched, ran("2", { state: "succeeded", history: [earlier] }))).toBe("failed");
  });

  it("is found by its start where a list's row knew no more", () => {
    const { run: _, ...row } = ran("1", { startedAt: at(1) });
    expect(endOf(toWatched(row), ran("1", { startedAt: at(1) }))).toBeNull();
    expect(endOf(toWatched(row), ran("2", { startedAt: at(3), history: [earlier] }))).toBe("failed");
  });

  it("is that of the run which began first for a job that was watched in the queue", () => {
    const { run: _, ...row } = ran(null, { startedAt: null });
    const look = (all: readonly Watched[], startedAt: string | null) =>
      withStarts(all, new Map([[refKey(row), { startedAt }]]));
    const queued = [toWatched(row)];
    expect(look(queued, null)).toBe(queued);
    const [one] = look(look(queued, at(1)), at(3));
    if (!one) throw new Error("it is watched no more");
    expect(goesOn(one, { startedAt: at(3), gone: false })).toBe(false);
    expect(endOf(one, ran("2", { startedAt: at(3), history: [earlier] }))).toBe("failed");
  });

  it("is told from the history where the next run has not begun yet", () => {
    const { run: _, ...row } = ran("1", { startedAt: at(1) });
    const queued: Partial<JobDetail> = { state: "queued", startedAt: null, history: [earlier] };
    expect(endOf(toWatched(row), ran("2", queued))).toBe("failed");
    expect(endOf(toWatched(ran("1")), ran(null, queued))).toBe("failed");
  });

  it("is not known where the history does not tell it", () => {
    const watched = toWatched(ran("1", { startedAt: at(1) }));
    expect(endOf(watched, ran("2", { history: [] }))).toBe("not known");
    expect(endOf(watched, ran("2", { history: first ? [{ ...first, run: "1", state: "running" }] : [] }))).toBe(
      "not known",
    );
  });

  it("does not come from a start that the vendor stamps anew", () => {
    expect(endOf(toWatched(ran(null, { startedAt: at(1) })), ran(null, { startedAt: at(2) }))).toBeNull();
    expect(endOf(toWatched(ran(null, { startedAt: null })), ran("1", { startedAt: at(2) }))).toBeNull();
  });
});

it("a run that was not known at first is remembered from the first look", () => {
  const [one] = withRun(
    [toWatched(ran(null, { startedAt: null }))],
    toWatched(ran(null)),
    ran("7", { startedAt: at(2) }),
  );
  expect(one).toMatchObject({ run: "7", startedAt: at(2) });
  const known = [toWatched(ran("7"))];
  expect(withRun(known, known[0] ?? toWatched(ran("7")), ran("8"))).toBe(known);
});
