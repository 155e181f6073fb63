import type { Server } from "node:http";
import { createDatameerSandbox } from "../../sandbox/datameer/server";
import { createDremioSandbox } from "../../sandbox/dremio/server";
import { createDliSandbox } from "../../sandbox/huawei-dli/server";
import { listen } from "../../sandbox/kit/sandbox-server";
import { SandboxControl } from "./sandbox-control";
import { test as base } from "./test";

export { expect } from "./test";

/** Worlds in which there is next to nothing until a test makes it. */
const EMPTY: Record<string, () => Server> = {
  dremio: () => createDremioSandbox({ jobs: { past: 0, alive: 0 } }),
  "huawei-dli": () => createDliSandbox({ jobs: { sql: 0, flink: 0, sparkBatch: 0, arrivals: false } }),
  datameer: () => createDatameerSandbox({ runsPerArtifact: 0, active: 0 }),
};

export type Vendor = "dremio" | "huawei-dli" | "datameer";

interface OwnVendors {
  /** A vendor of this test's own: nobody else's jobs and calls are at it, and it goes when the test ends. */
  ownVendor: (vendor: Vendor) => Promise<SandboxControl>;
}

export const test = base.extend<OwnVendors>({
  ownVendor: async ({}, use) => {
    const running: { close(): Promise<void> }[] = [];
    await use(async (vendor) => {
      const make = EMPTY[vendor];
      if (make === undefined) throw new Error(`There is no sandbox for ${vendor}.`);
      const sandbox = await listen(make(), 0);
      running.push(sandbox);
      return new SandboxControl(sandbox.origin);
    });
    for (const sandbox of running) await sandbox.close();
  },
});
