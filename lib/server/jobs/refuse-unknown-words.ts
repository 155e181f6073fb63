import { AppError } from "@/lib/server/app-error";
import { vendors } from "@/lib/vendors/registry";

const KNOWN: Readonly<Record<"vendor" | "kind", ReadonlySet<string>>> = {
  vendor: new Set(Object.keys(vendors)),
  kind: new Set(Object.values(vendors).flatMap(({ descriptor }) => descriptor.kinds.map(({ kind }) => kind))),
};

/**
 * Refuses a vendor or kind that this build does not speak to, which the contract's schemas cannot know. A connection is
 * not judged: one that is not there and one that is not for this user must look the same.
 * @throws AppError `invalid_query`, naming the parameter
 */
export function refuseUnknownWords(query: unknown): void {
  const given = (query ?? {}) as Partial<Record<string, unknown>>;
  const errors = (["vendor", "kind"] as const).flatMap((field) => {
    const values: unknown[] = Array.isArray(given[field]) ? given[field] : [];
    const unknown = values.find((value) => typeof value === "string" && !KNOWN[field].has(value));
    return unknown === undefined ? [] : [{ field, message: `${JSON.stringify(unknown)} is not known` }];
  });
  const [first] = errors;
  if (first) throw new AppError("invalid_query", { detail: `${first.field}: ${first.message}`, errors });
}
