import type { JobFilter } from "@/lib/contract/list-query";
import { AppError } from "@/lib/server/app-error";
import type { Range } from "@/lib/server/store/overview";

/**
 * The range that a question names, epoch ms; without `to` it ends now, without `from` it is `length` long.
 * @throws AppError `invalid_query` for one that ends before it begins
 */
export function rangeOf(filter: JobFilter, now: number, length: number): Range {
  const to = filter.to ? Date.parse(filter.to) : now;
  const from = filter.from ? Date.parse(filter.from) : to - length;
  if (from >= to) {
    const message = "must lie before to";
    throw new AppError("invalid_query", { detail: `from: ${message}`, errors: [{ field: "from", message }] });
  }
  return { from, to };
}
