import { expect, it } from "vitest";
import { mendPath } from "@/lib/server/routes/mend-path";

it.each([
  ["/api/v1/jobs/lake/query/%E0%A4%A", "/api/v1/jobs/lake/query/%25E0%25A4%25A"],
  ["/jobs/%/query/a%20b?q=%zz", "/jobs/%25/query/a%20b?q=%zz"],
  ["/jobs/%ff", "/jobs/%25ff"],
])("makes %s readable", (url, mended) => {
  expect(mendPath(url)).toBe(mended);
  expect(() => decodeURIComponent(mended.split("?")[0] ?? "")).not.toThrow();
});

it.each(["/jobs?q=100%", "/api/v1/jobs/lake/query/a%2Fb%25", "/", "*", "/a?b?c=%"])("leaves %s as it is", (url) => {
  expect(mendPath(url)).toBe(url);
});
