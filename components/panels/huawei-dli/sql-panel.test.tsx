import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { detailOf, factsOf, textOf } from "@/components/panels/detail-of.testkit";
import { SqlPanel } from "@/components/panels/huawei-dli/sql-panel";
import { SqlJob, SqlProgress } from "@/lib/vendors/huawei-dli/sql/contract";
import { toSnapshot } from "@/lib/vendors/huawei-dli/sql/mapper";
import { toProgress, toSubjobs } from "@/lib/vendors/huawei-dli/sql/subjob-mapper";
import finished from "@/lib/vendors/huawei-dli/fixtures/sql-status-finished.json";
import progress from "@/lib/vendors/huawei-dli/fixtures/sql-progress-running.json";
import type { JobDetail } from "@/lib/contract/job";

const check = { zone: null, startedAt: null, now: Date.parse("2026-11-21T00:00:00Z") };

function jobOf(document: Record<string, unknown>, more: Partial<JobDetail> = {}): JobDetail {
  const snapshot = toSnapshot({ job: SqlJob.parse(document), document, raw: {}, consoleUrl: null });
  return detailOf("huawei-dli", snapshot, more);
}
const render = (document: Record<string, unknown>, more?: Partial<JobDetail>) =>
  renderToStaticMarkup(<SqlPanel job={jobOf(document, more)} />);

describe("the document's finished query", () => {
  const markup = render(finished);
  const facts = factsOf(markup);

  it("shows every field in words", () => {
    expect(facts.get("Type")).toBe("QUERY");
    expect(facts.get("Mode")).toBe("asynchronous async");
    expect(facts.get("Database · table")).toBe("dbtest · tbtest");
    expect(facts.get("Scanned")).toBe("22 B");
    expect(facts.get("Result rows")).toBe("4");
    expect(facts.get("Rows read")).toBe("not given");
    expect(textOf(markup)).toContain("select * from t1");
  });

  it("lists the result's columns", () => {
    expect(textOf(markup)).toMatch(/Result columns 2 columns Column Type May be null id integer yes name string yes/);
  });

  it("has no subjobs to speak of", () => expect(markup).not.toContain("Spark subjobs"));
});

it("a duration that is not known now stands where it was last known", () => {
  const job = jobOf(finished, { state: "running", startedAt: "2026-07-03T11:40:00.000Z", durationMs: null });
  const markup = renderToStaticMarkup(<SqlPanel job={job} knownAt="2026-07-03T11:49:20.000Z" />);
  expect(factsOf(markup).get("Duration")).toBe("00:09:20");
});

describe("what is odd", () => {
  it("keeps every digit, and says what a price means", () => {
    const facts = factsOf(
      render({ ...finished, input_size: 4_520_511_872, cpu_cost: "90000", output_byte: "9007199254740993" }),
    );
    expect(facts.get("Scanned")).toBe("4.52 GB 4,520,511,872 B");
    expect(facts.get("CPU")).toBe("1 min 30 s of one core 90,000 core·ms");
    expect(facts.get("Output")).toContain("9,007,199,254,740,993 B");
  });

  it("shows a result whose schema cannot be read as its text", () => {
    expect(textOf(render({ ...finished, detail: "{oops" }))).toContain("this is no schema that we can read {oops");
  });

  it("draws nested columns below their own", () => {
    const detail = JSON.stringify({
      type: "struct",
      fields: [
        {
          name: "orders",
          type: {
            type: "array",
            elementType: { type: "struct", fields: [{ name: "sku", type: "string", nullable: false }] },
          },
          nullable: true,
        },
      ],
    });
    expect(textOf(render({ ...finished, detail }))).toMatch(
      /1 column .* orders array of struct yes level 2: sku string no/,
    );
  });

  it("tells the result rows only once they mean something", () => {
    const rows = (status: string) => factsOf(render({ ...finished, status, result_count: 0 })).get("Result rows");
    expect(rows("RUNNING")).toBe("not known until it ends");
    expect(rows("CANCELLED")).toBe("none: it did not finish");
    expect(rows("FINISHED")).toBe("0");
  });
});

describe("subjobs", () => {
  const running = { ...finished, status: "RUNNING" };
  const body = SqlProgress.parse(progress);
  const live = { subjobs: toSubjobs(body, check), progress: toProgress(body) };

  it("are progress bars with a name and values; 0 is 0", () => {
    const markup = render(running, live);
    expect(markup).toMatch(
      /role="progressbar" aria-label="Subjob 0: runJob at FileFormatWriter.scala:266" aria-valuemin="0" aria-valuemax="100" aria-valuenow="0" aria-valuetext="0 of 1 task · 1 active"/,
    );
    expect(textOf(markup)).toContain("progress is of subjob 0; a whole-job figure cannot be known");
  });

  it("are the last ones seen, greyed, while the vendor cannot tell", () => {
    const last = { subjobs: null, lastSubjobs: { at: "2026-07-03T12:04:00.000Z", items: live.subjobs ?? [] } };
    const markup = render(running, { ...last, progress: null });
    expect(markup).toContain("subjobs-dimmed");
    expect(textOf(markup)).toMatch(/Spark subjobs as of /);
    // Not known is no 0: there is no value, only words.
    expect(markup).toMatch(/aria-label="Progress of the job" aria-valuetext="cannot be known now"/);
  });

  it("have the vendor's own words beside them where it cannot tell, as one line", () => {
    const progressProblem = { code: "DLI.0999", message: "The queue\n\u202Eis busy", at: "2026-07-03T12:04:00.000Z" };
    const text = textOf(render(running, { progress: null, progressProblem }));
    expect(text).toContain("progress cannot be known now: DLI.0999: The queue ‹U+202E›is busy. So since");
    expect(textOf(render(running, { progress: null }))).not.toContain("So since");
    const lastSubjobs = { at: "2026-07-03T12:04:00.000Z", items: live.subjobs ?? [] };
    const known = textOf(render(running, { ...live, subjobs: null, lastSubjobs, progressProblem }));
    expect(known).toContain("the job's state is read on its own. DLI.0999");
  });

  it("that the vendor never spoke of are not said to be none", () => {
    expect(textOf(render(running))).toContain("Not known yet");
    expect(textOf(render(running, { subjobs: [] }))).toContain("The vendor says that there are none.");
  });

  it("without a readable date show the vendor's text", () => {
    const [one] = live.subjobs ?? [];
    if (!one) throw new Error("The document has a subjob.");
    const markup = render(running, {
      subjobs: [{ ...one, submittedAt: null, submissionTime: "Mon Jul 27 17:24:03 XYZ 2020" }],
    });
    expect(textOf(markup)).toContain("from Mon Jul 27 17:24:03 XYZ 2020");
  });

  it("are 200 rows, skipped by the browser while off screen", () => {
    const [one] = live.subjobs ?? [];
    if (!one) throw new Error("The document has a subjob.");
    const many = Array.from({ length: 200 }, (_, id) => ({ ...one, id: String(id) }));
    const markup = render(running, { subjobs: many });
    expect(markup.match(/data-subjob=/g)).toHaveLength(200);
    expect(markup.match(/content-visibility:auto/g)).toHaveLength(200);
  });
});
