import { describe, expect, it } from "vitest";
import { refusalOf } from "@/lib/vendors/huawei-dli/refusal";
import type { VendorResponse } from "@/lib/vendors/types";

function answer(status: number, body: unknown, headers: Record<string, string> = {}): VendorResponse {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const json = (): unknown => JSON.parse(text);
  return { status, headers, text, json, jsonWith: json };
}

function refusal(status: number, body: unknown, options: { action?: boolean; headers?: Record<string, string> } = {}) {
  return refusalOf(answer(status, body, options.headers), { operation: "GET x", action: options.action === true }, 0);
}

const dli = (error_code: string) => ({ error_code, error_msg: "There is no queue named testqueue" });

describe("a refusal", () => {
  it.each([
    [400, "DLI.0002", "not-found"],
    [404, "DLI.0023", "not-found"],
    [400, "DLI.16001", "not-found"],
    [400, "DLI.11098", "not-found"],
    [400, "DLI.0100", "not-found"],
    [400, "DLI.0003", "forbidden"],
    [401, "DLI.0013", "unauthorized"],
    [400, "DLI.0015", "unauthorized"],
    [400, "DLI.0001", "rejected"],
    [400, "DLI.0007", "rejected"],
    [400, "DLI.9999", "rejected"],
    [400, "DLI.0999", "unavailable"],
    [404, "APIGW.0101", "contract"],
    [401, "APIGW.0301", "unauthorized"],
    [401, "APIG.0307", "unauthorized"],
    [403, "APIGW.0302", "forbidden"],
    [429, "APIGW.0308", "rate-limited"],
    [502, "APIGW.0201", "unavailable"],
    [413, "APIGW.0201", "rejected"],
    [404, "APIGW.0104", "unavailable"],
  ])("%d %s is %s, in the vendor's words", (status, code, reason) => {
    expect(refusal(status, dli(code))).toMatchObject({
      reason,
      message: "There is no queue named testqueue",
      vendorCode: code.replace("APIG.", "APIGW."),
      httpStatus: status,
    });
  });

  it("inside a 200 goes by the code at the head of its message", () => {
    expect(refusal(200, { is_success: false, message: "DLI.0003: Permission denied" })).toMatchObject({
      reason: "forbidden",
      vendorCode: "DLI.0003",
      message: "DLI.0003: Permission denied",
    });
  });

  it("of an action is rejected where a question would be asked again", () => {
    expect(refusal(400, dli("DLI.0999"), { action: true }).reason).toBe("rejected");
    expect(refusal(400, dli("DLI.11098"), { action: true }).reason).toBe("rejected");
    expect(refusal(500, dli("DLI.0999"), { action: true }).reason).toBe("unavailable");
  });

  it.each([
    [401, "unauthorized"],
    [403, "forbidden"],
    [404, "contract"],
    [500, "unavailable"],
    [400, "rejected"],
  ])("%d in a body that is no JSON is %s", (status, reason) => {
    expect(refusal(status, "<html>")).toMatchObject({ reason });
  });

  it("of IAM has IAM's words", () => {
    expect(
      refusal(401, { error: { code: 401, message: "The password is wrong.", title: "Unauthorized" } }),
    ).toMatchObject({
      reason: "unauthorized",
      message: "The password is wrong.",
    });
  });

  it("keeps the access key that the gateway names to itself", () => {
    const error_msg = "Get secretKey failed,ak:QTWAOYTTINDUT2QVKYUC,err:ak not exist";
    expect(refusal(401, { error_code: "APIGW.0301", error_msg }).message).not.toContain("QTWAOYTT");
  });

  it("carries the wait that is asked for", () => {
    expect(refusal(429, dli("APIGW.0308"), { headers: { "retry-after": "7" } }).retryAfterMs).toBe(7000);
    expect(refusal(429, dli("APIGW.0308")).retryAfterMs).toBeUndefined();
  });
});
