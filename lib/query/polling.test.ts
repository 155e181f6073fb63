import { afterEach, describe, expect, it } from "vitest";
import { ApiProblem } from "@/lib/query/api-problem";
import { freshness } from "@/lib/query/freshness";
import { POLL, listPace, live, nextPollMs, pollEvery } from "@/lib/query/polling";
import { session } from "@/lib/query/session";

const calm = { error: null };
afterEach(() => {
  live.setPaused(false);
  session.began();
  session.close();
});

describe("polling", () => {
  it("waits at least four times what the last answer took", () => {
    expect(nextPollMs({ baseMs: 1500, tookMs: 20, retryAfterMs: null, failures: 0 })).toBe(1500);
    expect(nextPollMs({ baseMs: 1500, tookMs: 2000, retryAfterMs: null, failures: 0 })).toBeGreaterThanOrEqual(8000);
  });
  it("does not become blind by one answer that took long", () => {
    expect(nextPollMs({ baseMs: 1500, tookMs: 60_000, retryAfterMs: null, failures: 0 })).toBe(30_000);
    expect(nextPollMs({ baseMs: 60_000, tookMs: 60_000, retryAfterMs: null, failures: 0 })).toBe(60_000);
  });
  it("takes Retry-After as a floor and backs off after failures", () => {
    expect(nextPollMs({ baseMs: 1500, tookMs: 0, retryAfterMs: 9000, failures: 0 })).toBe(9000);
    const waits = [1, 2, 3, 9].map((failures) => nextPollMs({ baseMs: 1500, tookMs: 0, retryAfterMs: null, failures }));
    expect(waits).toEqual([3000, 6000, 12_000, 30_000]);
  });
  it("waits longer with each poll in vain, until one is answered", () => {
    const error = new ApiProblem({ code: "no_answer", status: 0 });
    const waits = [1, 2, 3, 4, 5, 6].map(() => {
      freshness.noteFailure("/y", true);
      freshness.noteFailure("/y", true);
      return pollEvery("/y", 1500, { error });
    });
    expect(waits).toEqual([3000, 6000, 12_000, 24_000, 30_000, 30_000]);
    freshness.note("/y", 1000, 1010, null);
    expect(pollEvery("/y", 1500, calm)).toBe(1500);
  });
  it("stops while paused and after the session ended", () => {
    expect(pollEvery("/x", 1500, calm)).toBe(1500);
    live.setPaused(true);
    expect(pollEvery("/x", 1500, calm)).toBe(false);
    live.setPaused(false);
    session.ended();
    expect(pollEvery("/x", 1500, calm)).toBe(false);
  });
  it("rarely asks again what was refused", () => {
    const error = new ApiProblem({ code: "job_not_found", status: 404 });
    expect(pollEvery("/x", 1500, { error })).toBe(POLL.slow);
  });
  it("is slower when all has settled", () => {
    expect(listPace(true)).toBe(POLL.active);
    expect(listPace(false)).toBe(POLL.settled);
  });
});
