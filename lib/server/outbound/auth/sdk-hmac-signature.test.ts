import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { canonicalRequest, sdkDate, sdkHmacAuthorization } from "@/lib/server/outbound/auth/sdk-hmac-signature";

const KEYS = { accessKey: "QTWAOYTTINDUT2QVKYUC", secretKey: "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc" };
const PUBLISHED = {
  method: "GET",
  path: "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs",
  query: [
    ["limit", "2"],
    ["marker", "13551d6b-755d-4757-b956-536f674975c0"],
  ] as const,
  headers: {
    "content-type": "application/json",
    host: "service.region.example.com",
    "x-sdk-date": "20191115T033655Z",
  },
  body: "",
};

test("the published vector", () => {
  const hash = createHash("sha256").update(canonicalRequest(PUBLISHED)).digest("hex");
  expect(hash).toBe("b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a");
  expect(sdkHmacAuthorization(PUBLISHED, KEYS)).toBe(
    "SDK-HMAC-SHA256 Access=QTWAOYTTINDUT2QVKYUC, SignedHeaders=content-type;host;x-sdk-date, " +
      "Signature=7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe",
  );
});

test("the order of query and headers does not matter, repeated keys go by value", () => {
  const turned = {
    ...PUBLISHED,
    query: [...PUBLISHED.query].reverse(),
    headers: Object.fromEntries(
      Object.entries(PUBLISHED.headers)
        .reverse()
        .map(([k, v]) => [k.toUpperCase(), ` ${v} `]),
    ),
  };
  expect(canonicalRequest(turned)).toBe(canonicalRequest(PUBLISHED));
  const repeated = {
    ...PUBLISHED,
    query: [
      ["id", "b"],
      ["id", "a"],
    ] as const,
  };
  expect(canonicalRequest(repeated)).toContain("\nid=a&id=b\n");
});

test("body and trailing slash", () => {
  const body = '{"job_ids":[1]}';
  const canonical = canonicalRequest({ ...PUBLISHED, method: "post", path: "/v1.0/p/stop/", body });
  expect(canonical.startsWith("POST\n/v1.0/p/stop/\n")).toBe(true);
  expect(canonical.endsWith(createHash("sha256").update(body).digest("hex"))).toBe(true);
});

test("the date of the header", () => {
  expect(sdkDate(Date.UTC(2019, 10, 15, 3, 36, 55, 999))).toBe("20191115T033655Z");
});
