import { describe, expect, it } from "vitest";
import { prepareCounters } from "@/components/panels/datameer/counters.prepare";
import { dataChoices } from "@/components/panels/datameer/data-choices";
import { SHOWN_RUNS, longestOf, prepareRunBars } from "@/components/panels/datameer/run-bars.prepare";
import { EXECUTION_SAMPLES } from "@/components/panels/datameer/samples";
import { firstFileId, variableLines } from "@/components/panels/datameer/sequence-form";
import { sampleJob } from "@/components/panels/sample-job";
import type { Run } from "@/lib/contract/job";

describe("counters", () => {
  it("are grouped by their words; what was dropped stands out, whatever it counts", () => {
    const groups = prepareCounters({ EXPORT_DROPPED_BYTES: 4, EXPORT_RECORDS: 1, weird: "2", X_PREVIEW_BYTES: 3 });
    expect(
      groups.map(({ title, counters }) => [title, counters.map(({ name, unit, alarming }) => [name, unit, alarming])]),
    ).toEqual([
      ["Records", [["EXPORT_RECORDS", "count", false]]],
      ["Dropped", [["EXPORT_DROPPED_BYTES", "bytes", true]]],
      ["Preview", [["X_PREVIEW_BYTES", "bytes", false]]],
      ["Other", [["weird", "count", false]]],
    ]);
  });
});

describe("runs as bars", () => {
  const run = (id: string, startedAt: string | null, durationMs: number | null): Run => ({
    run: id,
    state: "succeeded",
    vendorState: "COMPLETED",
    startedAt,
    endedAt: null,
    durationMs,
    path: `/jobs/datameer/execution/${id}`,
  });
  const job = (history: Run[]) =>
    sampleJob({
      vendor: "datameer",
      kind: "execution",
      id: "37",
      startedAt: "2026-07-03T00:00:00.000Z",
      history,
      details: { type: "x" },
    });

  it("are oldest first, this one among them, one without a start by its id", () => {
    const history = [
      run("36", null, null),
      run("30", "2026-07-02T00:00:00.000Z", 5),
      run("9", "2026-07-01T00:00:00.000Z", 7),
    ];
    expect(prepareRunBars(job(history), "37").map((bar) => [bar.run, bar.durationMs, bar.here])).toEqual([
      ["9", 7, false],
      ["30", 5, false],
      ["36", null, false],
      ["37", null, true],
    ]);
  });

  it("keep the newest where there are too many, and an axis where nothing is known", () => {
    const many = Array.from({ length: 100 }, (_, n) => run(String(n), null, null));
    const bars = prepareRunBars(job(many), null);
    expect([bars.length, bars.at(-1)?.run, longestOf(bars)]).toEqual([SHOWN_RUNS, "99", 1]);
  });
});

describe("a sequence's form", () => {
  it("begins with the file of the page, wherever the details name it", () => {
    expect([{ fileId: 6 }, { file: { id: "7" } }, {}, undefined].map(firstFileId)).toEqual(["6", "7", "", ""]);
  });

  it("writes variables one a line; without a name there is none", () => {
    const rows = [
      { name: " foo ", value: "a=b" },
      { name: "", value: "lost" },
    ];
    expect(variableLines(rows)).toBe("foo=a=b");
  });
});

describe("data to delete", () => {
  const datas = [{ id: 19_372, timestamp: "x" }, { id: "20" }];
  it("is the one that was pointed at, or the only one, and else nobody chooses", () => {
    expect(dataChoices({ datas, dataId: "20" }).chosen).toBe("20");
    expect(dataChoices({ datas }).chosen).toBe("");
    expect(dataChoices({ datas: datas.slice(0, 1) })).toMatchObject({
      chosen: "19372",
      choices: [{ id: "19372", at: null }],
    });
    expect(dataChoices(undefined)).toEqual({ choices: [], chosen: "" });
  });
});

it("the samples are jobs of this vendor", () => {
  expect(Object.values(EXECUTION_SAMPLES).every(({ details }) => details.type === "datameer/execution")).toBe(true);
});
