import { expect, test } from "vitest";
import { EVERY_LANE, isLaneOpen, toggledLane } from "@/components/timeline-page/open-lanes";

const ALL = ["lake", "lake/big", "dli"];

test("a lane is opened and closed by its key", () => {
  expect(toggledLane([], "lake", ALL)).toEqual(["lake"]);
  expect(toggledLane(["lake", "dli"], "lake", ALL)).toEqual(["dli"]);
});

test("where every lane is open, closing one leaves the others", () => {
  expect(isLaneOpen([EVERY_LANE], "not there yet")).toBe(true);
  expect(toggledLane([EVERY_LANE], "lake/big", ALL)).toEqual(["lake", "dli"]);
});
