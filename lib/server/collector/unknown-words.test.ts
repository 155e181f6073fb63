import { afterEach, expect, test, vi } from "vitest";
import type { JobSnapshot } from "@/lib/jobs/snapshot";
import { noteUnknownWords } from "@/lib/server/collector/unknown-words";
import { log } from "@/lib/server/log";
import { metrics } from "@/lib/server/metrics";

const reading = (vendorState: string, state: JobSnapshot["state"] = "unknown"): JobSnapshot => ({
  kind: "query",
  id: "1",
  run: null,
  vendorState,
  state,
  precision: "fine",
  attention: null,
  actions: [],
  details: { type: "dremio/query" },
  raw: {},
});

async function counted(word: string): Promise<number> {
  const { values } = await metrics().unknownWords.get();
  return values.filter(({ labels }) => labels.word === word).reduce((sum, { value }) => sum + value, 0);
}

afterEach(() => vi.restoreAllMocks());

test("each reading is counted, each word is logged once, and known words not at all", async () => {
  const warn = vi.spyOn(log, "warn").mockImplementation(() => undefined);
  noteUnknownWords("dremio", [reading("REBALANCING"), reading("REBALANCING"), reading("RUNNING", "running")]);
  noteUnknownWords("dremio", [reading("REBALANCING")]);
  expect(await counted("REBALANCING")).toBe(3);
  expect(await counted("RUNNING")).toBe(0);
  expect(warn.mock.calls.map(([facts]) => facts)).toEqual([{ vendor: "dremio", kind: "query", word: "REBALANCING" }]);
});

test("a vendor that invents words without end fills neither the log nor the metrics", async () => {
  const warn = vi.spyOn(log, "warn").mockImplementation(() => undefined);
  noteUnknownWords(
    "dremio",
    Array.from({ length: 1_000 }, (_, n) => reading(`WORD_${n}`)),
  );
  expect(warn.mock.calls.length).toBeLessThanOrEqual(200);
  expect((await metrics().unknownWords.get()).values.length).toBeLessThanOrEqual(201);
  expect(await counted("(further words)")).toBeGreaterThanOrEqual(800);
});
