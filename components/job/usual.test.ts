import { describe, expect, it } from "vitest";
import { isLongerThanUsual, usualWords, usually } from "@/components/job/usual";

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
    expect(usually(history, null)).toEqual({
      median: 61_000,
      mostly: { from: 60_000, to: 62_000 },
      runs: 5,
    });
  });
  it("promises no exact time where many took the same and the others did not", () => {
    const seconds = [246, 250, 280, 290, 329, 329, 329, 329, 329, 329, 329, 329, 329, 362, 400, 450, 473];
    const known = usually(
      seconds.map((length, index) => run(length * 1000, "succeeded", String(index))),
      null,
    );
    expect(known && usualWords(known)).toBe("5 min 29 s");
    const wider = [246, 250, 280, 285, 290, 329, 329, 329, 329, 329, 329, 329, 362, 370, 400, 450, 473];
    const other = usually(
      wider.map((length, index) => run(length * 1000, "succeeded", String(index))),
      null,
    );
    expect(other && usualWords(other)).toBe("5 min 29 s, mostly 4 min 50 s to 6 min 2 s");
  });
  it("names no range that reads as its middle", () => {
    const words = (from: number, to: number) => usualWords({ median: 60_500, mostly: { from, to }, runs: 9 });
    expect(words(60_100, 60_900)).toBe("1 min");
    expect(words(60_100, 61_000)).toBe("1 min, mostly 1 min to 1 min 1 s");
  });
  it("leaves the shown run out", () => {
    const history = [1, 2, 3, 4, 5].map((ms) => run(ms));
    expect(usually(history, "5")).toBeNull();
  });
});

describe("a run that goes on", () => {
  const known = { median: 60_000, mostly: { from: 52_000, to: 65_000 }, runs: 5 };
  const start = Date.parse("2026-07-03T12:00:00Z");
  const longer = (ms: number) => isLongerThanUsual(known, "2026-07-03T12:00:00.000Z", start + ms);

  it("takes longer than usual once three of four earlier ones had ended", () => {
    expect([longer(60_000), longer(65_000), longer(65_001)]).toEqual([false, false, true]);
  });
  it("is compared with nothing where its start is not told", () => {
    expect(isLongerThanUsual(known, null, start)).toBe(false);
  });
});
