import { expect, test } from "vitest";
import { canonicalRequest, sha256Hex, signature } from "./canonical-request";

// The vendor's published vector (contract page 1.3).
const request = {
  method: "GET",
  path: "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs",
  query: "?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
  headers: {
    "content-type": "application/json",
    host: "service.region.example.com",
    "x-sdk-date": "20191115T033655Z",
  },
  signedHeaders: ["content-type", "host", "x-sdk-date"],
  bodyHash: sha256Hex(""),
};

test("the published vector", () => {
  const canonical = canonicalRequest(request);
  expect(sha256Hex(canonical)).toBe("b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a");
  expect(signature(canonical, "20191115T033655Z", "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc")).toBe(
    "7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe",
  );
});

test("query pairs are sorted and encoded, the path gains its slash", () => {
  const lines = canonicalRequest({ ...request, path: "/v1.0/p/jobs", query: "?b=2&a=x%20y&b=1&c" }).split("\n");
  expect(lines[1]).toBe("/v1.0/p/jobs/");
  expect(lines[2]).toBe("a=x%20y&b=1&b=2&c=");
});
