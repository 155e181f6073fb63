import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { toAxisJob } from "@/components/timeline-page/axis-jobs";
import { TimelineTable } from "@/components/timeline-page/timeline-table";

/** What the table says of a job that is running since noon. */
function wordsOf(knownAt: string | null): string {
  const from = "2026-07-03T12:00:00.000Z";
  const running = { state: "running" as const, vendorState: "RUNNING", from, to: null, attempt: 1 };
  const job = toAxisJob({
    connection: "lake",
    vendor: "dremio",
    kind: "query",
    id: "a",
    name: "a",
    queue: null,
    state: "running",
    knownAt,
    path: "/jobs/lake/query/a",
    segments: [{ ...running, certainty: "vendor", fromEarliest: null }],
  });
  const markup = renderToStaticMarkup(<TimelineTable jobs={[job]} truncated={false} empty={null} />);
  return markup.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
}

test("what is known to last still does", () => {
  expect(wordsOf(null)).toMatch(/Running .* still /);
});

test("what was last known a while ago has the length that it had then, and says when that was", () => {
  const words = wordsOf("2026-07-03T12:00:20.000Z");
  expect(words).toMatch(/last known .*12:00:20 .*00:00:20/);
  expect(words).not.toContain("still");
});
