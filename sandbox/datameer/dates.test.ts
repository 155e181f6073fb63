import { describe, expect, it } from "vitest";
import { clockChange, dateText, estimateText, isoText } from "./dates";
import { SandboxSession } from "./sandbox-session";
import { defaultSwitches } from "./switches";

const berlin = defaultSwitches({ timeZone: "Europe/Berlin" });

describe("dateText", () => {
  const at = Date.UTC(2018, 8, 28, 16, 44, 56);

  it("writes both shapes of the page in the server's zone", () => {
    expect(dateText(at, "us", berlin)).toBe("Sep 28, 2018 6:44:56 PM");
    expect(dateText(at, "old", berlin)).toBe("2018-09-28 18:44:56.0");
    expect(isoText(at, berlin)).toBe("2018-09-28T18:44:56.000+02:00");
  });

  it.each([
    ["comma", "Sep 28, 2018, 6:44:56 PM"],
    ["narrow-space", "Sep 28, 2018, 6:44:56\u202fPM"],
    ["german", "28. September 2018 18:44:56"],
    ["always-old", "2018-09-28 18:44:56.0"],
  ] as const)("writes %s", (dateStyle, text) => {
    expect(dateText(at, "us", { ...berlin, dateStyle })).toBe(text);
  });

  it("says midnight and noon as 12", () => {
    expect(dateText(Date.UTC(2018, 0, 1, 23), "us", berlin)).toBe("Jan 2, 2018 12:00:00 AM");
    expect(dateText(Date.UTC(2018, 0, 1, 11), "us", berlin)).toBe("Jan 1, 2018 12:00:00 PM");
  });

  it("writes one text for two moments where the clock goes back", () => {
    const turn = clockChange("Europe/Berlin", Date.UTC(2026, 0, 1), "fold");
    expect(turn).toBe(Date.UTC(2025, 9, 26, 1));
    const [before, after] = [Date.UTC(2025, 9, 26, 0, 30), Date.UTC(2025, 9, 26, 1, 30)];
    expect(dateText(before, "us", berlin)).toBe(dateText(after, "us", berlin));
  });

  it("leaves an hour out where it goes forward", () => {
    const turn = clockChange("Europe/Berlin", Date.UTC(2026, 0, 1), "gap") ?? 0;
    expect(dateText(turn - 1000, "old", berlin)).toBe("2025-03-30 01:59:59.0");
    expect(dateText(turn, "old", berlin)).toBe("2025-03-30 03:00:00.0");
  });

  it("finds no change in a zone without one", () => {
    expect(clockChange("Asia/Shanghai", Date.UTC(2026, 0, 1), "fold")).toBeNull();
  });
});

describe("estimateText", () => {
  it.each([
    [11_000, "11s", "11 sec"],
    [0, "0s", "0 sec"],
    [125_000, "2m 5s", "2 min 5 sec"],
    [3_600_000, "1h", "1 hour"],
  ])("writes %d ms in both generations", (left, api, rest) => {
    expect(estimateText(left, "api", berlin)).toBe(api);
    expect(estimateText(left, "rest", berlin)).toBe(rest);
  });

  it("counts in seconds alone by switch", () => {
    expect(estimateText(125_000, "api", { ...berlin, estimateStyle: "seconds" })).toBe("125s");
  });
});

describe("a run across a clock change", () => {
  it("stops earlier than it starts by its texts", async () => {
    const session = await SandboxSession.open({ timeZone: "Europe/Berlin", startAt: Date.UTC(2025, 11, 1) });
    const fold = await session.play("dst-fold");
    expect(await session.json(`/api/job-execution/${fold.fileId}/status`)).toMatchObject({
      "start-time": "Oct 26, 2025 2:30:00 AM",
      "stop-time": "Oct 26, 2025 2:15:00 AM",
    });
    const gap = await session.play("dst-gap");
    expect(await session.json(`/api/job-execution/${gap.fileId}/status`)).toMatchObject({
      "start-time": "Mar 30, 2025 1:30:00 AM",
      "stop-time": "Mar 30, 2025 3:15:00 AM",
    });
    await session.turn("timeZone", "Asia/Shanghai");
    expect(await session.control("POST", "jobs", { scenario: "dst-fold" })).toHaveProperty("error");
    await session.close();
  });
});
