import { describe, expect, it } from "vitest";
import { isLongerThanUsual, usually } from "@/components/job/usual";

const run = (durationMs: number | null, state: "succeeded" | "failed" = "succeeded", name = String(durationMs)) => ({
  run: name,
  state,
  vendorState: "X",
  startedAt: null,
  endedAt: null,
  durationMs,
  path: "/",
});

describe("how long it usually takes", () => {
  it("says nothing of fewer than five good runs", () => {
    expect(
      usually(
        [1, 2, 3, 4].map((ms) => run(ms)),
        null,
      ),
    ).toBeNull();
    expect(usually([run(1), run(2), run(3), run(4), run(5, "failed"), run(null)], null)).toBeNull();
  });
  it("is not moved by one that hung", () => {
    const history = [60_000, 62_000, 58_000, 61_000, 86_400_000].map((ms) => run(ms));
    expect(usually(history, null)).toEqual({ median: 61_000, spread: 1000, runs: 5 });
  });
  it("leaves the shown run out", () => {
    const history = [1, 2, 3, 4, 5].map((ms) => run(ms));
    expect(usually(history, "5")).toBeNull();
  });
});

describe("a run that goes on", () => {
  const known = { median: 60_000, spread: 5_000, runs: 5 };
  const start = Date.parse("2026-07-03T12:00:00Z");
  const longer = (ms: number) => isLongerThanUsual(known, "2026-07-03T12:00:00.000Z", start + ms);

  it("takes longer than usual once it is past the spread", () => {
    expect([longer(60_000), longer(65_000), longer(65_001)]).toEqual([false, false, true]);
  });
  it("is compared with nothing where its start is not told", () => {
    expect(isLongerThanUsual(known, null, start)).toBe(false);
  });
});
