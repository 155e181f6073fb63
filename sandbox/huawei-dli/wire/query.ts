import { badParameter } from "./errors";

/** Reads query parameters as DLI checks them: a value out of range is DLI.0001. Several names mean the first one sent. */
export class QueryReader {
  constructor(private readonly params: URLSearchParams) {}

  /** Null when absent or empty. */
  text(...names: string[]): string | null {
    for (const name of names) {
      const value = this.params.get(name);
      if (value) return value;
    }
    return null;
  }

  /** Every value of a repeated or comma-separated parameter. */
  list(name: string): string[] {
    return this.params
      .getAll(name)
      .flatMap((value) => value.split(","))
      .filter((value) => value !== "");
  }

  int(name: string, range: { min: number; max: number; default: number }): number {
    const value = this.text(name);
    if (value === null) return range.default;
    const number = Number(value);
    if (!Number.isInteger(number) || number < range.min || number > range.max) throw badParameter(name);
    return number;
  }

  bool(name: string): boolean {
    const value = this.text(name);
    if (value !== null && value !== "true" && value !== "false") throw badParameter(name);
    return value === "true";
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.text(name);
    if (value === null) return fallback;
    const hit = allowed.find((word) => word === value);
    if (hit === undefined) throw badParameter(name);
    return hit;
  }
}

/** `k1=v1,k2=v2`: matched loosely, each pair as a fragment of the job's tags (contract page 2.1). */
export function matchesTags(
  filter: string | null,
  tags: readonly { key: string; value: string }[] | undefined,
): boolean {
  if (filter === null) return true;
  const own = (tags ?? []).map(({ key, value }) => `${key}=${value}`).join(",");
  return filter.split(",").every((pair) => own.includes(pair));
}
