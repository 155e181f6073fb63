import { describe, expect, it, vi } from "vitest";
import { BULK_MOST, BULK_PART, planBulk } from "@/components/jobs/bulk-plan";
import { type BulkResult, runBulk } from "@/components/jobs/bulk-run";
import { sampleJob } from "@/components/preview/samples/jobs";
import type { ActionAnswer, BulkAnswer } from "@/lib/contract/action";
import { ApiProblem } from "@/lib/query/api-problem";

const plan = planBulk(Array.from({ length: 3 * BULK_PART }, (_, n) => sampleJob({ id: `${n}`, actions: ["cancel"] })));
type Send = Parameters<typeof runBulk>[0]["send"];

const answers =
  (already?: ActionAnswer["already"]): Send =>
  (part) =>
    Promise.resolve({
      items: part.map(({ ref, action }) => ({
        ...ref,
        answer: { auditId: ref.id, action, status: "accepted", already, state: "stopping" },
      })),
    } satisfies BulkAnswer);
const accepts = answers();

/** Asks all of them; the second part is answered as told, the others are accepted. */
async function run(second: Send, isStopped = () => false) {
  const results = new Map<string, BulkResult>();
  let asked = 0;
  const send = vi.fn<Send>((part) => ((asked += 1) === 2 ? second(part) : accepts(part)));
  const end = await runBulk({
    asked: plan.asked,
    send,
    pause: () => Promise.resolve(),
    isStopped,
    onResults: (part) => part.forEach((result, key) => results.set(key, result)),
  });
  return { end, requests: send.mock.calls.length, tones: [...results.values()].map(({ tone }) => tone) };
}
const times = (tone: BulkResult["tone"], parts = 1) => Array<string>(parts * BULK_PART).fill(tone);

describe("a bulk action", () => {
  it("asks part by part to the end, with a result for each", async () => {
    expect(await run(accepts)).toEqual({ end: "all", requests: 3, tones: times("good", 3) });
  });
  it("ends where the session has, and says of nothing that it was sent when it was refused at the door", async () => {
    const out = await run(() => Promise.reject(new ApiProblem({ code: "unauthenticated", status: 401 })));
    expect(out).toEqual({ end: "signed_out", requests: 2, tones: times("good") });
  });
  it("ends where no answer comes: that part may have been done, the rest was not sent", async () => {
    const out = await run(() => Promise.reject(new ApiProblem({ code: "no_answer", status: 0 })));
    expect(out).toEqual({ end: "no_answer", requests: 2, tones: [...times("good"), ...times("caution")] });
  });
  it("goes on after a part that was refused", async () => {
    const out = await run(() => Promise.reject(new ApiProblem({ code: "too_many_requests", status: 429 })));
    expect(out).toMatchObject({ end: "all", tones: [...times("good"), ...times("danger"), ...times("good")] });
  });
  it("does not know of a job that the answer leaves out", async () => {
    const out = await run(() => Promise.resolve({ items: [] }));
    expect(out.tones).toEqual([...times("good"), ...times("caution"), ...times("good")]);
  });
  it.each(["asked", "unknown"] as const)("does not call accepted what was asked before and is %s", async (already) => {
    expect((await run(answers(already))).tones).toEqual([...times("good"), ...times("caution"), ...times("good")]);
  });
  it("asks nothing more once it is stopped", async () => {
    let looks = 0;
    expect(await run(accepts, () => (looks += 1) > 1)).toMatchObject({ end: "stopped", requests: 1 });
  });
});

it("asks so many at most in one go, and counts the rest", () => {
  const many = planBulk(Array.from({ length: BULK_MOST + 7 }, (_, n) => sampleJob({ id: `${n}`, actions: ["stop"] })));
  expect([many.asked.length, many.over]).toEqual([BULK_MOST, 7]);
});
