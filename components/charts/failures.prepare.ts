import { type ChartScope, listHref, within } from "@/components/charts/list-links";
import type { Analytics } from "@/lib/contract/overview";

export interface FailureRow {
  key: string;
  label: string;
  ended: number;
  failed: number;
  /** 0…1 */
  rate: number;
  /** Too few ended for the rate to mean much. */
  few: boolean;
  /** The failed ones; null where the list cannot be filtered to them (they have no owner or queue). */
  href: string | null;
  /** All that ended. */
  endedHref: string | null;
}

/** Below this many, one job more or less changes the rate by more than a fifth. */
const FEW = 5;

/** Where the rates' axis ends: the next quarter. */
export function rateAxis(rows: readonly FailureRow[]): number[] {
  const most = Math.max(0.25, Math.ceil(Math.max(0, ...rows.map(({ rate }) => rate)) * 4) / 4);
  return [0, 0.25, 0.5, 0.75, 1].map((part) => part * most);
}

/** Highest rate first, of equal rates where more ended; rates of few come last. */
export function prepareFailures(data: Analytics, scope: ChartScope, by: "owner" | "queue"): FailureRow[] {
  return data.failures
    .filter((row) => row.by === by && row.ended > 0)
    .map(({ value, ended, failed }): FailureRow => {
      const own = value === null ? null : by === "owner" ? { owner: [value] } : { queue: [value] };
      return {
        key: value ?? "",
        label: value ?? (by === "owner" ? "No owner" : "No queue"),
        ended,
        failed,
        rate: failed / ended,
        few: ended < FEW,
        href: own && listHref(scope, { ...own, state: within(scope.filter, ["failed"]) }),
        endedHref: own && listHref(scope, own),
      };
    })
    .sort((a, b) => Number(a.few) - Number(b.few) || b.rate - a.rate || b.ended - a.ended);
}
