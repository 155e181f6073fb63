import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { vendors } from "@/lib/vendors/registry";
import { AUTH_SCHEMES } from "@/lib/vendors/types";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const at = (...path: string[]) => join(ROOT, ...path);
const all = Object.entries(vendors);

describe("the registry", () => {
  it("holds every vendor's folder, and nothing else", () => {
    const folders = readdirSync(at("lib/vendors"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "_shared")
      .map((entry) => entry.name);
    expect(Object.keys(vendors).sort()).toEqual(folders.sort());
  });
});

describe.each(all)("the vendor %s", (id, connector) => {
  const { descriptor } = connector;
  const offered = (what: "results" | "log" | "subjobs") => descriptor.kinds.some((kind) => kind.offers[what]);

  it("is described under the name of its folder", () => {
    expect(descriptor.id).toBe(id);
    expect(descriptor.label).not.toBe("");
    expect(descriptor.docsUrl).toMatch(/^https:\/\//);
    expect(descriptor.kinds.length).toBeGreaterThan(0);
    expect(new Set(descriptor.kinds.map((kind) => kind.kind)).size).toBe(descriptor.kinds.length);
  });

  it("has a method for everything that it declares, and declares everything that it has a method for", () => {
    expect(connector.act !== undefined, "act").toBe(descriptor.kinds.some((kind) => kind.actions.length > 0));
    expect(connector.getResults !== undefined, "getResults").toBe(offered("results"));
    expect(connector.getLog !== undefined, "getLog").toBe(offered("log"));
    expect(connector.getProgress !== undefined, "getProgress").toBe(offered("subjobs"));
  });

  it("logs in by schemes that the outbound door performs, with one entry a word", () => {
    expect(descriptor.auth.length).toBeGreaterThan(0);
    expect(new Set(descriptor.auth.map((option) => option.type)).size).toBe(descriptor.auth.length);
    for (const option of descriptor.auth) expect(AUTH_SCHEMES).toContain(option.scheme);
  });

  it("asks no more often than it allows itself", () => {
    const { defaultSeconds, recentEverySeconds } = descriptor.poll;
    expect(defaultSeconds).toBeGreaterThanOrEqual(2);
    expect(recentEverySeconds).toBeGreaterThanOrEqual(defaultSeconds);
    expect(descriptor.budgetPerMinute({ baseUrl: "https://vendor.test", consoleUrl: null })).toBeGreaterThan(0);
  });

  it.each([
    ["README", ["lib/vendors", id, "README.md"]],
    ["run of the connector battery", ["lib/vendors", id, "connector-contract.test.ts"]],
    ["schema of its details", ["lib/contract/details", `${id}.ts`]],
    ["sandbox", ["sandbox", id, "server.ts"]],
    ["README of its sandbox", ["sandbox", id, "README.md"]],
    ["mark", ["public/vendors", `${id}.svg`]],
  ])("has its %s", (_, path) => {
    expect(existsSync(at(...path)), path.join("/")).toBe(true);
  });

  it.each(descriptor.kinds)("has the details and the panel of its kind $kind", ({ kind, detailsType }) => {
    expect(detailsType).toBe(`${id}/${kind}`);
    expect(readFileSync(at("lib/contract/details", `${id}.ts`), "utf8")).toContain(`"${detailsType}"`);
    expect(readFileSync(at("components/panels/panels.ts"), "utf8")).toContain(`"${detailsType}":`);
  });
});
