import { expect, test } from "vitest";
import { lastKnownAt } from "@/components/jobs/last-known";

const CHANGED = "2026-07-03T11:00:00.000Z";
const ANSWERED = "2026-07-03T11:49:20.000Z";
const job = { stale: true, gone: false, observedAt: CHANGED, readProblem: null };

test("a fresh job is known now, a stale one when its connection last answered", () => {
  expect(lastKnownAt({ ...job, stale: false }, { lastAnswerAt: ANSWERED })).toBeNull();
  expect(lastKnownAt(job, { lastAnswerAt: ANSWERED })).toBe(ANSWERED);
});

test("an answer that did not tell of this job makes nothing of it known", () => {
  const readProblem = { code: "unavailable", message: "HTTP 502", at: ANSWERED };
  expect(lastKnownAt({ ...job, readProblem }, { lastAnswerAt: ANSWERED })).toBe(CHANGED);
  for (const connection of [null, undefined, { lastAnswerAt: null }, { lastAnswerAt: "2026-07-03T10:00:00.000Z" }]) {
    expect(lastKnownAt(job, connection)).toBe(CHANGED);
  }
  expect(lastKnownAt({ ...job, gone: true }, { lastAnswerAt: ANSWERED })).toBe(CHANGED);
});
