import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LaneLabel } from "@/components/timeline-page/lane-label";
import { buildRows, silentSince } from "@/components/timeline-page/lanes";
import type { Connection } from "@/lib/contract/connection";

const LAST = "2026-07-03T12:00:00.000Z";

/** What a lane says of its connection. */
function wordsOf(health: Connection["health"], lastAnswerAt: string | null = LAST, waiting = false): string {
  const lane = {
    id: "lake",
    name: "Lake",
    vendor: "dremio",
    health,
    silentSince: silentSince({ health, lastAnswerAt }),
  };
  const { rows } = buildRows({ connections: [lane], jobs: [], isOpen: () => false });
  const [row] = rows;
  if (!row) throw new Error("there is no lane");
  const markup = renderToStaticMarkup(
    <LaneLabel row={row} waiting={waiting} onToggle={() => undefined} onPoint={() => undefined} />,
  );
  return markup.replaceAll(/<[^>]*>/g, "");
}

test("a lane whose connection is paused says so, and never that it gives no answer", () => {
  expect(wordsOf("paused")).toContain("Paused, last answer");
  expect(wordsOf("paused")).not.toContain("No answer");
  expect(wordsOf("paused", null)).toContain("Paused ·");
});

test("a lane whose vendor does not answer says since when, or that it never did", () => {
  expect(wordsOf("failing")).toContain("No answer, last");
  expect(wordsOf("failing", null)).toContain("Never answered");
});

test("a lane whose vendor answers says nothing of it", () => {
  for (const health of ["ok", "slow", "starting"] as const) expect(wordsOf(health)).toBe("LakeNo jobs in this range");
});

test("a lane whose range nobody has answered for yet does not say that it is empty", () => {
  expect(wordsOf("ok", LAST, true)).toBe("LakeLoading");
});
