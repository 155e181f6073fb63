import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { JobNotices } from "@/components/job/job-notices";
import { sampleConnection } from "@/components/preview/samples/connections";
import { sampleDetail } from "@/components/preview/samples/jobs";

const SEEN_AT = "2026-07-01T08:00:00.000Z";
const ANSWERED_AT = "2026-07-03T11:59:30.000Z";

/** A job that has looked the same since long before its vendor last answered. */
const unchanged = sampleDetail({ connection: "lake", stale: true, observedAt: SEEN_AT });
const markupOf = (part: Parameters<typeof sampleConnection>[0] | null) =>
  renderToStaticMarkup(
    <JobNotices job={unchanged} connection={part && sampleConnection({ lastAnswerAt: ANSWERED_AT, ...part })} />,
  );
const lastError = { code: "unavailable", message: "HTTP 502,\nwith a page of HTML" };

test("a job that is not fresh says when its vendor last answered, not when its content was first seen", () => {
  const markup = markupOf({ health: "failing", lastError });
  expect(markup).toContain(ANSWERED_AT);
  expect(markup).not.toContain(SEEN_AT);
  expect(markup.replaceAll(/<[^>]*>/g, "")).toMatch(
    /lake has given no good answer since .+\. HTTP 502, with a page of HTML\. /,
  );
});

test("one whose vendor never answered, or is not asked, says that", () => {
  expect(markupOf({ health: "failing", lastAnswerAt: null, lastError })).toContain("has never given a good answer.");
  expect(markupOf({ health: "paused" })).toContain("is paused, so nobody asks its vendor.");
  expect(markupOf({ health: "paused" })).not.toContain("no good answer");
});

test("one whose connection is gone says since when it looks as it does", () => {
  const markup = markupOf(null);
  expect(markup).toMatch(/it has looked like this since <time dateTime="2026-07-01/);
  expect(renderToStaticMarkup(<JobNotices job={unchanged} />)).not.toContain("<time");
});

test("one that the vendor no longer has says that alone: its connection answers", () => {
  const gone = { ...unchanged, gone: true };
  const markup = renderToStaticMarkup(<JobNotices job={gone} connection={sampleConnection({})} />);
  expect(markup).toContain("The vendor no longer has this job.");
  expect(markup).not.toContain("The job is shown as it was then.");
});
