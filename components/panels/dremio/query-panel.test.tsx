import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { QueryPanel } from "@/components/panels/dremio/query-panel";
import { factsOf, textOf } from "@/components/panels/detail-of.testkit";
import { QUERY_SAMPLES } from "@/components/panels/dremio/samples";
import { sampleJob } from "@/components/panels/sample-job";

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
