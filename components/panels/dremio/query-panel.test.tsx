import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { QueryPanel } from "@/components/panels/dremio/query-panel";
import { factsOf, textOf } from "@/components/panels/detail-of.testkit";
import { QUERY_SAMPLES } from "@/components/panels/dremio/samples";
import { sampleJob } from "@/components/panels/sample-job";
import * as now from "@/components/time/now";
import type { JobState } from "@/lib/jobs/state";

vi.mock("@/components/time/now", { spy: true });

const render = (details: Record<string, unknown>) =>
  renderToStaticMarkup(
    <QueryPanel job={sampleJob({ vendor: "dremio", kind: "query", details: { type: "dremio/query", ...details } })} />,
  );
const rows = (jobState: string, rowCount: number, more: Record<string, unknown> = {}) =>
  [...factsOf(render({ jobState, rowCount, ...more }))].filter(([label]) => label.startsWith("Rows"));

describe("the rows of a query", () => {
  it("are so far only while it goes on", () => {
    expect(rows("COMPLETED", 0)).toEqual([["Rows", "0"]]);
    expect(rows("RUNNING", 2682474)[0]?.[0]).toBe("Rows so far");
  });
  it("are not told by the 0 of one that did not complete", () => {
    for (const word of ["FAILED", "CANCELED"]) {
      const [[label, value] = []] = rows(word, 0);
      expect(label).toBe("Rows before it ended");
      expect(value).toContain("not told");
      expect(rows(word, 12)[0]?.[1]).toBe("12");
    }
  });
  it("are told once of one that did not complete, or by which count", () => {
    expect(rows("CANCELED", 0, { rowsReturned: 4895 })).toEqual([["Rows returned", "4,895"]]);
    const [own, listed] = rows("CANCELED", 12, { rowsReturned: 4895 });
    expect(own?.[1]).toContain("own answer");
    expect(listed?.[1]).toContain("list of queries");
  });
});

it("a query that was read by id alone still tells when it was scheduled", () => {
  const details = QUERY_SAMPLES["read by id alone, failed"]?.details ?? {};
  const text = textOf(render(details));
  expect(text).toContain("Scheduling began");
  expect(text).toContain("12 s after started");
  expect(text).toContain("1 min 18 s after scheduling began");
});

describe("the wait in the queue", () => {
  const from = "2026-07-03T11:40:00.000Z";
  const waitOf = (state: JobState, knownAt: string | null) => {
    const job = sampleJob({
      vendor: "dremio",
      kind: "query",
      state,
      details: { type: "dremio/query", queueWait: { from, to: null } },
    });
    return factsOf(renderToStaticMarkup(<QueryPanel job={job} knownAt={knownAt} />)).get("Wait in the queue");
  };
  it("stands where the job was last known", () => {
    expect(waitOf("queued", "2026-07-03T11:49:20.000Z")).toBe("00:09:20");
  });
  it("is not known of a job that has ended and tells no end of it", () => {
    vi.spyOn(now, "useKnownNow").mockReturnValue(Date.parse(from) + 1000);
    expect(waitOf("queued", null)).toBe("00:00:01");
    expect(waitOf("failed", null)).toBe("–");
  });
});
