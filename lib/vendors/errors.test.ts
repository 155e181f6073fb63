import { expect, test, vi } from "vitest";
import { VendorError } from "@/lib/vendors/errors";

const FACTS = { vendor: "dremio", operation: "GET /", reason: "rejected", message: "no" } as const;

test("an error of another copy of the module is known, and nothing else is", async () => {
  vi.resetModules();
  const copy = await import("@/lib/vendors/errors");
  expect(copy.VendorError).not.toBe(VendorError);
  expect(new copy.VendorError(FACTS)).toBeInstanceOf(VendorError);
  expect(new Error("no")).not.toBeInstanceOf(VendorError);
  expect(null).not.toBeInstanceOf(VendorError);
});
