import { describe, expect, it } from "vitest";
import { timeWords } from "@/components/jobs/time-words";
import { formatShort } from "@/lib/format/instant";

const NOW = Date.parse("2026-07-03T15:00:00Z");
const NOTHING = { from: null, to: null, endedFrom: null, endedTo: null };
const words = (times: Partial<Record<keyof typeof NOTHING, string>>) =>
  timeWords({ ...NOTHING, ...times }, (when) => formatShort(when, "utc", NOW));

describe("the chosen times", () => {
  it("are none where any time will do", () => expect(words({})).toBeNull());
  it("are in words where they move along", () => {
    expect(words({ from: "-24h" })).toBe("Last 24 hours");
    expect(words({ endedFrom: "-1h" })).toBe("Ended: last hour");
    expect(words({ to: "-1h" })).toBe("Before 1 hour ago");
  });
  it("are instants where they stand still", () => {
    const [from, to] = ["2026-07-02T08:00:00Z", "2026-07-03T12:30:00.000Z"];
    expect(words({ from, to })).toBe("02 Jul 08:00 – 12:30:00");
    expect(words({ from })).toBe("Since 02 Jul 08:00");
    expect(words({ endedFrom: from, endedTo: to })).toBe("Ended: 02 Jul 08:00 – 12:30:00");
    expect(words({ from: "-7d", endedTo: to })).toBe("Last 7 days · Ended: before 12:30:00");
  });
});
