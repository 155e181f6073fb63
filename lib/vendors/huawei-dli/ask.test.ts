import { describe, expect, it } from "vitest";
import { ask, type DliCall } from "@/lib/vendors/huawei-dli/ask";
import type { VendorContext, VendorRequest } from "@/lib/vendors/types";

function vendor(status: number, body: unknown) {
  const asked: VendorRequest[] = [];
  const context: VendorContext = {
    request: (request) => {
      asked.push(request);
      return Promise.resolve({ status, headers: {}, text: "", json: () => body, jsonWith: () => body });
    },
    settings: { baseUrl: "http://vendor", consoleUrl: null, projectId: "p 1" },
    connection: "dli",
    signal: new AbortController().signal,
    now: () => 0,
    callsLeft: () => 1,
  };
  return { asked, context };
}

const read: DliCall = {
  method: "GET",
  version: "v1.0",
  template: "/jobs/{job_id}/status",
  ids: { job_id: "a/../b" },
  success: "required",
};

describe("a call", () => {
  it("is in English, below the project, with its ids encoded and its name without them", async () => {
    const { asked, context } = vendor(200, { is_success: true });
    await ask(context, read);
    expect(asked).toEqual([
      {
        method: "GET",
        path: "/v1.0/p%201/jobs/a%2F..%2Fb/status",
        operation: "GET /v1.0/{project_id}/jobs/{job_id}/status",
        headers: { "X-Language": "en-us" },
      },
    ]);
  });

  it("that orders is marked as such, and is no read", async () => {
    const { asked, context } = vendor(200, { is_success: true });
    await ask(context, { ...read, method: "DELETE", action: true });
    expect(asked[0]).toMatchObject({ method: "DELETE", action: true, read: false });
  });

  it("whose answer does not say whether it succeeded: a broken answer, or nobody knows", async () => {
    const { context } = vendor(200, { message: "" });
    await expect(ask(context, read)).rejects.toMatchObject({ reason: "contract" });
    await expect(ask(context, { ...read, action: true })).rejects.toMatchObject({ reason: "unavailable" });
    await expect(ask(context, { ...read, success: "optional" })).resolves.toEqual({ message: "" });
  });

  it.each(["required", "optional"] as const)("with an error code inside a 200 is refused (%s)", async (success) => {
    const { context } = vendor(200, { error_code: "DLI.0003", error_msg: "Permission denied" });
    await expect(ask(context, { ...read, success })).rejects.toMatchObject({
      reason: "forbidden",
      message: "Permission denied",
    });
  });
});
