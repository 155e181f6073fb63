import { describe, expect, it } from "vitest";
import type { Health } from "@/components/connections/health";
import { sumHealth } from "@/components/connections/health-sum";

const sum = (...healths: Health[]) => sumHealth(healths.map((health) => ({ health })));

describe("all connections as one dot", () => {
  it("say the worst of them, and how many it is", () => {
    expect(sum("ok", "failing", "slow", "failing", "paused")).toEqual({
      worst: "failing",
      text: "2 down",
      name: "Connections: 2 down, 1 slow, 1 working, 1 paused",
    });
    expect(sum("ok", "slow")?.text).toBe("1 slow");
  });
  it("say how many there are where nothing is wrong", () => {
    expect(sum("ok", "ok", "paused")).toEqual({ worst: "ok", text: "3", name: "Connections: 2 working, 1 paused" });
    expect(sum("paused")?.worst).toBe("paused");
  });
  it("say nothing where there is none", () => expect(sum()).toBeNull());
});
