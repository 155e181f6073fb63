import type { Connection } from "@/lib/contract/connection";
import { formatCount } from "@/lib/format/number";

/** Calls of this minute out of those that we allow ourselves. */
export function BudgetBar({ budget, name }: { budget: Connection["budget"]; name: string }) {
  const share = budget.perMinute > 0 ? Math.min(1, budget.spent / budget.perMinute) : 0;
  const words = `${formatCount(budget.spent)} of ${formatCount(budget.perMinute)} a minute`;
  return (
    <div className="flex flex-col gap-1">
      <span className="text-sm text-muted">{words}</span>
      <div
        role="meter"
        aria-label={`Calls spent on ${name}`}
        aria-valuemin={0}
        aria-valuemax={budget.perMinute}
        aria-valuenow={Math.min(budget.spent, budget.perMinute)}
        aria-valuetext={words}
        className="h-1.5 w-28 overflow-hidden rounded-full bg-line"
      >
        <div className={share > 0.9 ? "h-full bg-caution" : "h-full bg-accent"} style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
