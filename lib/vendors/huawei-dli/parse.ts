import type { z } from "zod";
import { contractError } from "@/lib/vendors/huawei-dli/ask";

/**
 * A body by its schema.
 * @throws VendorError `contract` that names the first field which is not as documented.
 */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown, operation: string): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue === undefined || issue.path.length === 0 ? "the body" : issue.path.join(".");
  throw contractError(operation, `The answer is not as documented: ${field}: ${issue?.message ?? "wrong"}.`);
}

/** A JSON object as it came; anything else is an empty one. */
export function asObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
