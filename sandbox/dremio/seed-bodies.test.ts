import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDremio, type OpenDremio } from "./open-dremio";
import { SEED_IDS, type SeedName } from "./seed-jobs";

const examples = JSON.parse(
  readFileSync(new URL("./fixtures/job-page-examples.json", import.meta.url), "utf8"),
) as Record<SeedName, Record<string, unknown>>;
const names = Object.keys(SEED_IDS) as SeedName[];

let dremio: OpenDremio;
beforeEach(async () => void (dremio = await openDremio()));
afterEach(() => dremio.close());

describe("the examples of the Job page", () => {
  it.each(names)("%s: every field, and no other, in the page's order", async (name) => {
    const { status, text } = await dremio.call("GET", `/api/v3/job/${SEED_IDS[name]}`);
    expect(status).toBe(200);
    expect(text).toBe(JSON.stringify(examples[name]));
  });

  it.each(names)("%s: under any id, at any time, by Cloud's path too", async (name) => {
    const id = await dremio.job({ scenario: `seed-${name}`, id: `my-own-${name}` });
    await dremio.step(3_600_000);
    const path = `/v0/projects/4f2a5d0e-8b1c-4c7e-9f60-2d7b1e9a3c55/job/${id}`;
    expect((await dremio.call("GET", path)).json).toEqual(examples[name]);
  });

  it("cancels the page's id with 204 and no body where that job runs", async () => {
    await dremio.job({ scenario: "seed-running", id: SEED_IDS.completed });
    const answer = await dremio.call("POST", `/api/v3/job/${SEED_IDS.completed}/cancel`);
    expect([answer.status, answer.text]).toEqual([204, ""]);
  });

  it("is too old for any listing", async () => {
    const { rows } = await dremio.sql("SELECT job_id FROM sys.jobs");
    expect(rows.map((row) => row.job_id)).not.toContain(SEED_IDS.running);
  });
});
