import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { HistoryTab } from "@/components/job/history-tab";
import { sampleDetail } from "@/components/preview/samples/jobs";

vi.mock("@/components/time/now", async (load) => ({
  ...(await load<object>()),
  useKnownNow: () => Date.parse("2026-07-03T12:00:00.000Z"),
}));

test("no run without a known duration is given one: none is asked whether it goes on", () => {
  const run = { startedAt: "2026-07-03T11:00:00.000Z", endedAt: null, durationMs: null, path: "/jobs/lake/query/x" };
  const history = [
    { ...run, run: "3", state: "running" as const, vendorState: "RUNNING" },
    { ...run, run: "2", state: "failed" as const, vendorState: "FAILED" },
    { ...run, run: "1", state: "succeeded" as const, vendorState: "COMPLETED", durationMs: 90_000 },
  ];
  const markup = renderToStaticMarkup(<HistoryTab job={sampleDetail({ history })} />);
  expect(
    [...markup.matchAll(/<td class="num">(.*?)<\/td>/g)].map(([, cell]) => cell?.replaceAll(/<[^>]*>/g, "")),
  ).toEqual(["–", "–", "00:01:30"]);
});
