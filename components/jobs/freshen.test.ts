import { describe, expect, it } from "vitest";
import { planBulk } from "@/components/jobs/bulk-plan";
import { freshen } from "@/components/jobs/freshen";
import { sampleJob } from "@/components/preview/samples/jobs";
import type { Job } from "@/lib/contract/job";
import { refKey } from "@/lib/jobs/ref";
import type { LivePage } from "@/lib/query/live-list";

const running = (id: string) => sampleJob({ id, state: "running", actions: ["cancel"] });
const ended = (id: string) => sampleJob({ id, state: "succeeded", actions: [] });
const page = (...items: Job[]): LivePage => ({ cursor: null, items, nextCursor: null });
const choose = (...jobs: Job[]) => new Map(jobs.map((job) => [refKey(job), job]));

describe("chosen jobs", () => {
  const [a, b, c] = [running("a"), running("b"), running("c")];
  const before = [page(a, b), page(c)];

  it("are as the list has them now: what ended since is not counted", () => {
    const done = ended("b");
    const now = freshen(choose(a, b), [page(a, done), page(c)], before);
    expect([...now.values()]).toEqual([a, done]);
    expect(now.get(refKey(a))).toBe(a);
    expect(planBulk([...now.values()]).asked.map(({ job }) => job.id)).toEqual(["a"]);
  });
  it("stay the same map where nothing of them changed", () => {
    const chosen = choose(a, c);
    expect(freshen(chosen, [page(a, ended("b")), page(c)], before)).toBe(chosen);
    expect(freshen(chosen, before, before)).toBe(chosen);
  });
  it("keep what they were last known as when the list no longer has them", () => {
    const chosen = choose(a, c);
    expect(freshen(chosen, [page(b)], before)).toBe(chosen);
    expect(freshen(chosen, [], before)).toBe(chosen);
  });
  it("are found again where they moved to another page", () => {
    const done = ended("a");
    const now = freshen(choose(a), [page(c, b), page(done)], before);
    expect([...now.values()]).toEqual([done]);
  });
});
