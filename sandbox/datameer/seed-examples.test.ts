import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SandboxSession } from "./sandbox-session";
import { seedExamples } from "./seed-examples";
import { datameerSwitches } from "./switches";

let session: SandboxSession;
beforeAll(async () => {
  session = await SandboxSession.open();
});
afterAll(() => session.close());

describe("the examples of the vendor's page", () => {
  it.each(seedExamples.map((example) => [example.name, example] as const))("%s", async (_, example) => {
    await session.control("POST", "reset");
    await session.turn("seedSituation", example.situation);
    await session.turn("version", example.version);
    const { method, user, body } = example;
    const reply = await session.ask(example.path, { method, user, body });
    expect(reply.status).toBe(200);
    if (example.answer === null) {
      expect(reply.text).toBe("");
      expect(reply.headers["content-length"]).toBe("0");
    } else expect(JSON.parse(reply.text)).toStrictEqual(example.answer);
  });

  it("print the same wall times in every zone", async () => {
    for (const zone of ["America/New_York", "Asia/Kolkata", "UTC"]) {
      await session.control("POST", "reset");
      await session.turn("timeZone", zone);
      await session.turn("seedSituation", "status-completed");
      const body = await session.json("/api/job-execution/48/status");
      expect(body["start-time"]).toBe("Sep 28, 2018 6:44:56 PM");
    }
  });

  it("show a start time for a run that was canceled while it ran", async () => {
    await session.turn("seedSituation", "status-canceled-running");
    const body = await session.json("/api/job-execution/48/status");
    expect(body["job-status"]).toBe("CANCELED");
    expect(body["start-time"]).not.toBeNull();
  });

  it("let a stopped example turn CANCELED", async () => {
    await session.turn("seedSituation", "status-running");
    await session.ask("/api/job-execution/48/stop", { method: "POST" });
    expect((await session.json("/api/job-execution/48/status"))["job-status"]).toBe("RUNNING");
    await session.step(2_000);
    expect((await session.json("/api/job-execution/48/status"))["job-status"]).toBe("CANCELED");
  });
});

describe("README", () => {
  const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");

  it("names every switch and every situation", () => {
    for (const name of Object.keys(datameerSwitches)) expect(readme).toContain(`\`${name}\``);
    for (const name of datameerSwitches.seedSituation.values) if (name) expect(readme).toContain(`\`${name}\``);
  });
});
