import { expect, it } from "vitest";
import { prepareCourse } from "@/components/panels/course.prepare";

const at = (minute: number) => new Date(Date.UTC(2026, 6, 3, 12, minute)).toISOString();
const since = (points: Parameters<typeof prepareCourse>[0]) => prepareCourse(points).map((step) => step.since);

it("a course keeps its order and tells the time since the point before", () => {
  expect(
    since([
      { label: "Created", at: at(0) },
      { label: "Started", at: at(5) },
      { label: "Updated", at: at(3) },
    ]),
  ).toEqual([null, { label: "created", ms: 300_000 }, { label: "started", ms: -120_000 }]);
});

it("passes over a point that is not told", () => {
  expect(
    since([
      { label: "Created", at: at(0) },
      { label: "Started", at: null },
      { label: "Updated", at: at(3) },
    ]),
  ).toEqual([null, null, { label: "created", ms: 180_000 }]);
});
