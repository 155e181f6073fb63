import { type ChartScope, listHref, within } from "@/components/charts/list-links";
import type { Analytics } from "@/lib/contract/overview";
import { formatCount, formatPercent } from "@/lib/format/number";

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

/** The rates' axis is the whole always: pictures of it stand side by side, and a length means the same in each. */
export const RATE_AXIS = [0, 0.25, 0.5, 0.75, 1] as const;

/** The least length of a bar in px: a rate that is hardly anything is seen, and none at all leaves no mark. */
export const leastMark = (rate: number | null | undefined): number => ((rate ?? 0) > 0 ? 2 : 0);

/** `16 of 80, 20 %`, and where too few ended for a rate `1 of 3` alone. */
export function failureWords({ failed, ended, rate, few }: FailureRow): string {
  const counts = `${formatCount(failed)} of ${formatCount(ended)}`;
  return few ? counts : `${counts}, ${formatPercent(rate)}`;
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
