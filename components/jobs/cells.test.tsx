import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { planBulk, sharesOf } from "@/components/jobs/bulk-plan";
import { COLUMNS } from "@/components/jobs/columns";
import { NameCell } from "@/components/jobs/name-cell";
import { problemWords } from "@/components/jobs/problem-words";
import { ProgressCell } from "@/components/jobs/progress";
import { RowAction } from "@/components/jobs/row-action";
import { StateWord } from "@/components/jobs/state-badge";
import { STATE_ORDER } from "@/components/jobs/state-face";
import { StateIcon } from "@/components/jobs/state-icon";
import { WORKING } from "@/components/preview/samples/connections";
import { SAMPLE_ROWS, sampleJob } from "@/components/preview/samples/jobs";
import { JOB_STATES } from "@/lib/jobs/state";
import { connectionQueries } from "@/lib/query/connections";
import { ApiProblem } from "@/lib/query/api-problem";

const html = renderToStaticMarkup;

describe("a state's face", () => {
  it("is a shape of its own for each state: colour alone tells nothing", () => {
    const shapes = JOB_STATES.map((state) => html(<StateIcon state={state} />).replaceAll(`state-${state}`, ""));
    expect(new Set(shapes).size).toBe(JOB_STATES.length);
    expect([...STATE_ORDER].sort()).toEqual([...JOB_STATES].sort());
  });
  it("shows the vendor's word beside ours, whatever it is", () => {
    expect(html(<StateWord state="unknown" vendorState="REBALANCING" />)).toContain("REBALANCING");
  });
});

describe("progress", () => {
  it("is a bar at 0, and no bar where it cannot be known", () => {
    expect(html(<ProgressCell name="x" progress={null} />)).toBe("");
    expect(html(<ProgressCell name="x" progress={{ fraction: 0, of: "job", subjobId: null }} />)).toContain(
      'aria-valuenow="0"',
    );
  });
  it("says of which subjob it is", () => {
    const shown = html(<ProgressCell name="x" progress={{ fraction: 0.41, of: "subjob", subjobId: "3" }} />);
    expect(shown).toContain("Subjob 3 · 41 %");
    expect(shown).toContain('aria-label="Progress of subjob 3 of x"');
  });
});

describe("a row's duration", () => {
  const running = sampleJob({
    state: "running",
    startedAt: "2026-07-03T11:00:00.000Z",
    endedAt: null,
    durationMs: null,
  });
  it("stands where its connection last answered, while nobody can tell whether it went on", () => {
    const row = { ...running, stale: true, observedAt: "2026-07-03T11:00:05.000Z" };
    const client = new QueryClient();
    const items = [{ ...WORKING, id: row.connection, lastAnswerAt: "2026-07-03T11:02:03.000Z" }];
    client.setQueryData(connectionQueries.list().queryKey, { items, fileProblem: null, vendors: [] });
    const shown = html(<QueryClientProvider client={client}>{COLUMNS.duration.draw(row, false)}</QueryClientProvider>);
    expect(shown).toContain("00:02:03");
  });
  it("is not known once the list no longer finds a job that went on, and stays where it had ended", () => {
    expect(html(<>{COLUMNS.duration.draw(running, true)}</>)).toBe("–");
    const ended = { ...running, state: "succeeded" as const, durationMs: 5_000 };
    expect(html(<>{COLUMNS.duration.draw(ended, true)}</>)).toContain("00:00:05");
  });
});

describe("a row's name", () => {
  it("is text, with what cannot be seen written out", () => {
    const shown = html(<NameCell job={sampleJob({ name: "a\u202Eb <b>c</b>", error: "it\nbroke" })} />);
    expect(shown).toContain("a‹U+202E›b &lt;b&gt;c&lt;/b&gt;");
    expect(shown).toContain("it broke");
  });
});

describe("a row's action", () => {
  it("is named after the job, and absent where nothing can be asked", () => {
    expect(html(<RowAction job={sampleJob({ name: "nightly", actions: ["cancel"] })} />)).toContain(
      'aria-label="Cancel nightly"',
    );
    expect(html(<RowAction job={sampleJob({ actions: ["trigger"] })} />)).not.toContain("<button");
  });
  it("gives way to who asked, while an action is open", () => {
    const pending = SAMPLE_ROWS.find((job) => job.pendingAction);
    expect(pending && html(<RowAction job={pending} />)).toContain("Accepted · operator");
  });
});

describe("a bulk stop", () => {
  it("asks each job its own way, and leaves alone what cannot be asked", () => {
    const flink = sampleJob({ id: "f", kind: "flink", actions: ["stop-with-savepoint", "stop"] });
    const plan = planBulk([
      sampleJob({ id: "q", actions: ["cancel"] }),
      flink,
      ...SAMPLE_ROWS.filter((job) => job.pendingAction),
    ]);
    expect(plan.asked.map(({ action }) => action)).toEqual(["cancel", "stop-with-savepoint"]);
    expect(plan.left).toHaveLength(1);
  });
  it("is counted by connection", () => {
    const plan = planBulk([
      sampleJob({ id: "a", connection: "lake", actions: ["cancel"] }),
      sampleJob({ id: "b", connection: "north", actions: [] }),
      sampleJob({ id: "c", connection: "lake", actions: [] }),
    ]);
    expect(sharesOf(plan)).toEqual([
      { connection: "lake", asked: 1, left: 1 },
      { connection: "north", asked: 0, left: 1 },
    ]);
  });
});

describe("problems", () => {
  it("are worded by code, with the server's words where they add something", () => {
    const refused = new ApiProblem({ code: "vendor_refused", status: 502, detail: "Permission denied on job 7" });
    expect(problemWords(refused)).toBe("The vendor refused. Permission denied on job 7");
    expect(problemWords(new ApiProblem({ code: "action_not_available", status: 409, state: "succeeded" }))).toContain(
      "succeeded",
    );
    expect(problemWords(new TypeError("x"))).toContain("The server did not answer.");
  });
});
