import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { complaints, cruiseBorders } from "./cruise-borders";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "borders-"));
  file("tsconfig.json", '{ "compilerOptions": { "module": "esnext", "paths": { "@/*": ["./*"] } } }');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function file(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

async function broken(): Promise<string[]> {
  const { breaches } = await cruiseBorders(root);
  return [...new Set(breaches.map(({ rule, from }) => `${rule} by ${from}`))].sort();
}

describe("the borders", () => {
  it("lets a tidy tree pass, and counts what it read", async () => {
    file("lib/jobs/state.ts", "export type State = string;");
    file("lib/contract/job.ts", 'import type { State } from "@/lib/jobs/state";\nexport type Job = { state: State };');
    file(
      "components/jobs/badge.tsx",
      'import type { Job } from "@/lib/contract/job";\nexport const x: Job | null = null;',
    );
    expect(await cruiseBorders(root)).toEqual({ files: 3, imports: 2, breaches: [] });
  });

  it("complains where it read nothing", async () => {
    expect(complaints(await cruiseBorders(root))).toEqual(["Nothing was cruised (0 files, 0 imports)."]);
    file("lib/readme.md", "no code");
    await expect(cruiseBorders(root)).rejects.toThrow("did not run");
  });

  it("names rule, file and way of a breach", async () => {
    file("lib/jobs/state.ts", "export const state = 1;");
    file("sandbox/dremio/world.ts", 'export * from "../../lib/jobs/state";');
    const line = "sandbox-shares-no-code: sandbox/dremio/world.ts → lib/jobs/state.ts";
    expect(complaints(await cruiseBorders(root))).toEqual([line]);
  });

  it("sees a component that reaches the server through a third file, by a type alone", async () => {
    file("lib/server/env.ts", "export type Env = string;");
    file("lib/format/third.ts", 'export type { Env } from "@/lib/server/env";');
    file("components/jobs/list.tsx", 'import type { Env } from "@/lib/format/third";\nexport const x: Env = "";');
    expect(await broken()).toEqual([
      "browser-never-reaches-server by components/jobs/list.tsx",
      "browser-never-reaches-server by lib/format/third.ts",
    ]);
  });

  it("keeps the domain pure", async () => {
    file("lib/contract/job.ts", "export const Job = 1;");
    file("lib/jobs/state.ts", 'import { Job } from "@/lib/contract/job";\nexport const state = Job;');
    expect(await broken()).toEqual(["domain-is-pure by lib/jobs/state.ts"]);
  });

  it("lets only the server call vendors, and keeps them strangers", async () => {
    file("lib/vendors/dremio/states.ts", "export const states = 1;");
    file("lib/vendors/datameer/index.ts", 'export * from "@/lib/vendors/dremio/states";');
    file("lib/server/jobs/ask.ts", 'export * from "@/lib/vendors/dremio/states";');
    file("app/jobs/page.tsx", 'export * from "@/lib/vendors/dremio/states";');
    expect(await broken()).toEqual([
      "only-server-calls-vendors by app/jobs/page.tsx",
      "vendors-are-strangers by lib/vendors/datameer/index.ts",
    ]);
  });

  it("lets the sandbox share nothing, and production take nothing from tests", async () => {
    file("lib/jobs/state.ts", "export const state = 1;");
    file("sandbox/dremio/world.ts", 'export * from "../../lib/jobs/state";');
    file("lib/server/jobs/testkit/world.ts", "export const world = 1;");
    file("lib/server/jobs/list.ts", 'export * from "@/lib/server/jobs/testkit/world";');
    file("lib/server/jobs/list.test.ts", 'export * from "@/lib/server/jobs/testkit/world";');
    expect(await broken()).toEqual([
      "production-never-tests by lib/server/jobs/list.ts",
      "sandbox-shares-no-code by sandbox/dremio/world.ts",
    ]);
  });

  it("finds cycles and imports that lead nowhere", async () => {
    file("lib/format/a.ts", 'export * from "@/lib/format/b";');
    file("lib/format/b.ts", 'export * from "@/lib/format/a";\nexport * from "@/lib/format/lost";');
    expect(await broken()).toEqual(expect.arrayContaining(["no-lost-imports by lib/format/b.ts"]));
    expect((await broken()).some((line) => line.startsWith("no-cycles"))).toBe(true);
  });
});
