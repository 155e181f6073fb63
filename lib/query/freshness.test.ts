import { beforeEach, describe, expect, it } from "vitest";
import { freshness, knownUntil, serverNow } from "@/lib/query/freshness";

const PATH = "/api/v1/jobs";
const NOON = Date.parse("2026-11-02T12:00:00Z");
const EIGHT_HOURS = 8 * 3_600_000;

describe("freshness", () => {
  beforeEach(() => freshness.note(PATH, NOON, NOON + 40, new Date(NOON + 20).toISOString()));

  it("knows when the server last answered, how long it took, and how far the clocks are apart", () => {
    expect(freshness.get()).toMatchObject({ answeredAt: NOON + 40, offsetMs: 0 });
    expect(freshness.took(PATH)).toBe(40);
    freshness.note(PATH, NOON, NOON + 100, new Date(NOON + 60_050).toISOString());
    expect(freshness.get().offsetMs).toBe(60_000);
  });

  it("takes an answer that was slept over neither for a slow server nor for a wrong clock, nor for fresh", () => {
    const asked = NOON + 5_000;
    freshness.note(PATH, asked, asked + EIGHT_HOURS, new Date(asked + 10).toISOString());
    expect(freshness.get()).toMatchObject({ answeredAt: asked, offsetMs: 0, failing: false });
    expect(freshness.took(PATH)).toBe(40);
  });

  it("is as old as the question that fails, whatever else is answered, until that is asked no more", () => {
    freshness.noteFailure(PATH, true, NOON + 10_000);
    freshness.note("/api/v1/connections", NOON + 11_000, NOON + 11_010, null);
    expect(freshness.get()).toMatchObject({ answeredAt: NOON + 40, failing: true });
    freshness.note("/api/v1/connections", NOON + 60_000, NOON + 60_010, null);
    expect(freshness.get()).toMatchObject({ answeredAt: NOON + 60_010, failing: false });
  });

  it("tells what was refused from a server that fails", () => {
    freshness.noteFailure("/api/v1/jobs/lake/query/x", false, NOON + 100);
    expect(freshness.get()).toMatchObject({ answeredAt: NOON + 40, failing: false });
    expect(freshness.failures("/api/v1/jobs/lake/query/x")).toBe(1);
  });

  it("does not read a pace from a clock that was set back", () => {
    freshness.note(PATH, NOON + 60_000, NOON, new Date(NOON).toISOString());
    expect(freshness.took(PATH)).toBe(40);
    expect(freshness.get()).toMatchObject({ answeredAt: NOON, offsetMs: 0 });
  });

  it("lets what goes on be known for some time after the last answer, by the server's clock, and no longer", () => {
    freshness.note(PATH, NOON, NOON, new Date(NOON + 3_600_000).toISOString());
    expect(knownUntil()).toBe(NOON + 3_600_000 + 45_000);
    expect(serverNow()).toBeGreaterThan(Date.now() + 3_500_000);
    freshness.noteFailure(PATH, true, NOON + 10_000);
    freshness.note("/api/v1/connections", NOON + 11_000, NOON + 11_000, null);
    expect(knownUntil()).toBe(NOON + 3_600_000 + 45_000);
  });

  it("takes nothing back that was known, where a question fails that was last asked long ago", () => {
    const later = NOON + EIGHT_HOURS;
    freshness.note(PATH, later, later, new Date(later).toISOString());
    freshness.noteFailure("/api/v1/connections", true, later);
    expect(freshness.get().answeredAt).toBeLessThan(later);
    expect(knownUntil()).toBe(later + 45_000);
  });
});
