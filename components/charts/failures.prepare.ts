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

/** The rates' axis: in steps of 5 % up to a quarter, else of 25 %. */
export function rateAxis(rows: readonly FailureRow[]): number[] {
  const most = Math.max(0, ...rows.map(({ rate }) => rate));
  const percent = most <= 0.25 ? 5 : 25;
  const steps = Math.max(2, Math.ceil((most * 100) / percent));
  return Array.from({ length: steps + 1 }, (_, step) => (step * percent) / 100);
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
