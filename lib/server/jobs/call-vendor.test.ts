import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callVendor } from "@/lib/server/jobs/call-vendor";
import { control, lake, World } from "@/lib/server/jobs/testkit/world";
import type { LiveConnection } from "@/lib/server/vendors/live-connection";
import { VendorError } from "@/lib/vendors/errors";
import type { ActionRequest } from "@/lib/vendors/types";
import { createDremioSandbox } from "@/sandbox/dremio/server";
import { listen, type RunningSandbox } from "@/sandbox/kit/sandbox-server";

let sandbox: RunningSandbox;
let world: World;

beforeEach(async () => {
  sandbox = await listen(createDremioSandbox({ jobs: { past: 0, alive: 0 } }), 0);
  world = await World.open([lake(sandbox)]);
});

afterEach(async () => {
  await world.close();
  await sandbox.close();
});

/** The lake, whose vendor refuses every action in its own words. */
function refusing(): LiveConnection {
  const live = world.hub.get("lake");
  if (!live) throw new Error("lake is not open");
  const act = () => {
    const facts = {
      vendor: "dremio",
      operation: "POST /act",
      reason: "rejected",
      message: "The licence does not allow it.",
    };
    return Promise.reject(new VendorError(facts as ConstructorParameters<typeof VendorError>[0]));
  };
  return { ...live, connector: { ...live.connector, act } };
}

async function ask(action: ActionRequest["action"], run: string | null = null) {
  const { id } = await control<{ id: string }>(sandbox, "POST", "/jobs", { scenario: "seed-completed" });
  const job = { run, vendorState: "RUNNING", details: { type: "dremio/query" } };
  return callVendor(world.services, refusing(), { connection: "lake", kind: "query", id }, { action, job });
}

describe("a refusal for a job that has ended", () => {
  test("of a stop is looked at again: the end came first", async () => {
    expect(await ask("cancel")).toEqual({ kind: "overtaken", message: "It had already ended: COMPLETED." });
  });

  test("of a trigger or a deletion is one, in the vendor's words", async () => {
    const refused = { kind: "refused", message: "The licence does not allow it." };
    expect(await ask("trigger")).toEqual(refused);
    expect(await ask("delete")).toEqual(refused);
  });

  test("of a stop of another run than the one that has ended is one", async () => {
    expect(await ask("stop", "37")).toMatchObject({ kind: "refused" });
  });
});
