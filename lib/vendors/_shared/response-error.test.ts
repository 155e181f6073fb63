import { describe, expect, it } from "vitest";
import { vendorErrorOf } from "@/lib/vendors/_shared/response-error";
import type { VendorResponse } from "@/lib/vendors/types";

const NOW = Date.parse("2026-03-01T12:00:00Z");

function answer(status: number, headers: Record<string, string> = {}): VendorResponse {
  const none = () => undefined;
  return { status, headers, text: "", json: none, jsonWith: none };
}

const errorOf = (status: number, headers?: Record<string, string>, words: string | null = null) =>
  vendorErrorOf(answer(status, headers), { vendor: "v", operation: "GET /x", words, now: NOW });

describe("vendorErrorOf", () => {
  it.each([
    [400, "rejected"],
    [401, "unauthorized"],
    [403, "forbidden"],
    [404, "not-found"],
    [408, "unavailable"],
    [409, "rejected"],
    [410, "not-found"],
    [415, "rejected"],
    [429, "rate-limited"],
    [500, "unavailable"],
    [503, "unavailable"],
    [302, "redirected"],
    [200, "contract"],
  ])("%i is %s", (status, reason) => {
    const error = errorOf(status);
    expect([error.reason, error.httpStatus]).toEqual([reason, status]);
    expect(error.message).not.toBe("");
  });

  it("speaks in the vendor's words, within reason", () => {
    expect(errorOf(400, {}, "limit can not exceed 500 rows").message).toBe("limit can not exceed 500 rows");
    expect(errorOf(500, {}, "x".repeat(1e6)).message).toHaveLength(2_000);
  });

  it.each([
    [{ "retry-after": "7" }, 7_000],
    [{ "retry-after": "Sun, 01 Mar 2026 12:00:20 GMT" }, 20_000],
    [{ "retry-after": "Sun, 01 Mar 2026 12:10:00 GMT", date: "Sun, 01 Mar 2026 12:09:50 GMT" }, 10_000],
    [{ "retry-after": "Sun, 01 Mar 2036 12:00:00 GMT" }, 900_000],
    [{ "retry-after": "Sun, 01 Mar 2020 12:00:00 GMT" }, undefined],
    [{ "retry-after": "soon" }, undefined],
    [{}, undefined],
  ])("waits by %j: %s ms", (headers, ms) => {
    expect(errorOf(429, headers as Record<string, string>).retryAfterMs).toBe(ms);
  });
});
