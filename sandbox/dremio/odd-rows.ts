import { Raw, type Cell, type Column } from "./cells";
import type { ResultSet } from "./sql/run-select";
import type { OddRow } from "./switches";

/** Adds the rows that a test asked for: each is a copy of the first row, spoilt in one way. */
export function withOddRows(result: ResultSet, kinds: readonly OddRow[]): ResultSet {
  const [first] = result.rows;
  if (!first) return result;
  const odd = kinds.flatMap((kind) => spoil(kind, first, result.columns));
  return { columns: result.columns, rows: [...result.rows, ...odd] };
}

function spoil(kind: OddRow, row: Cell[], columns: Column[]): Cell[][] {
  const set = (changes: Record<string, Cell>) => [
    row.map((cell, index) => changes[columns[index]?.name ?? ""] ?? cell),
  ];
  const id = (tail: string) => `00000000-0000-0000-0000-0000000${tail}`;
  switch (kind) {
    case "duplicate":
      return [[...row]];
    case "wrong-types":
      return set({ job_id: new Raw("17"), status: new Raw('["RUNNING"]'), submitted_epoch_millis: new Raw('"soon"') });
    case "no-id":
      return set({ job_id: new Raw("null") });
    case "unknown-state":
      return set({ job_id: id("0f000"), status: "REBALANCING" });
    case "poison":
      return [
        ...set({ job_id: id("0a000"), query: new Raw('"SELECT \\u0000 FROM nul"') }),
        ...set({ job_id: id("0b000"), query: new Raw('"SELECT \\ud800 FROM lone_surrogate"') }),
        ...set({ job_id: id("0c000"), rows_scanned: new Raw("1e400"), rows_returned: new Raw("1e400") }),
        ...set({ job_id: id("0d000"), query: "x".repeat(5 * 1024 * 1024) }),
      ];
  }
}
