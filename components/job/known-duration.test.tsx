import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { KnownDuration } from "@/components/job/known-duration";
import { sampleDetail } from "@/components/preview/samples/jobs";

const running = sampleDetail({ startedAt: "2026-07-03T11:40:00.000Z", stale: true, durationMs: null });
const markupOf = (job = running) =>
  renderToStaticMarkup(<KnownDuration job={job} knownAt="2026-07-03T11:49:20.000Z" />);

test("the duration of a job that is not known any more stands where it was last known, and says when", () => {
  expect(markupOf()).toContain("00:09:20");
  expect(markupOf()).toMatch(/ as of <time dateTime="2026-07-03T11:49:20.000Z"/);
});

test("none is made up where it never began, or began after that by another clock", () => {
  expect(markupOf({ ...running, state: "draft" })).toMatch(/^– as of /);
  expect(markupOf({ ...running, startedAt: "2026-07-03T11:50:00.000Z" })).toContain("00:00:00");
});
