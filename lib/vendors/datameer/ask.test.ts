import { describe, expect, it } from "vitest";
import { ask, type DatameerCall } from "@/lib/vendors/datameer/ask";
import { cannedContext } from "@/lib/vendors/datameer/canned.testkit";
import { datameer } from "@/lib/vendors/datameer";
import type { VendorContext } from "@/lib/vendors/types";

/** A server that answers everything with the failure envelope, under this status. */
function failing(status: number): VendorContext {
  const body = { status: "failure", reason: "Could not open a session" };
  const json = (): unknown => body;
  const answer = { status, headers: {}, text: JSON.stringify(body), json, jsonWith: json };
  return { ...cannedContext({}).ctx, request: async () => answer };
}

const DETAILS: DatameerCall = { method: "GET", template: "/rest/job-execution/job-details/7" };
const STATUS: DatameerCall = { method: "GET", template: "/api/job-execution/48/status" };
const STOP: DatameerCall = { method: "POST", template: "/api/job-execution/48/stop", action: true };

describe("the failure envelope", () => {
  it.each([
    ["a question", 200, DETAILS, "not-found"],
    ["an order", 404, STOP, "rejected"],
    // Which code it has there is not documented: the body counts (vendor document 9).
    ["a question about an artifact", 500, STATUS, "not-found"],
  ])("is Datameer's no to %s with status %i", async (_, status, call, reason) => {
    await expect(ask(failing(status), call)).rejects.toMatchObject({ reason, vendorCode: "failure" });
  });

  it.each([
    ["what is there", DETAILS],
    ["what an order did", STOP],
  ])("with a 5xx leaves open %s", async (_, call) => {
    const unknown = { reason: "unavailable", message: "Could not open a session", vendorCode: undefined };
    await expect(ask(failing(500), call)).rejects.toMatchObject(unknown);
  });

  it("with a 5xx does not say that an execution is gone", async () => {
    const ref = { connection: "canned", kind: "execution", id: "7" };
    await expect(datameer.getJob(failing(500), ref)).rejects.toMatchObject({ reason: "unavailable" });
  });
});
