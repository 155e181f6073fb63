import "@/components/panels/huawei-dli/subjob-grid.css";
import { clsx } from "clsx";
import type { Stretch } from "@/components/panels/huawei-dli/subjob-words";

const LOOK: Record<Stretch["word"], string> = {
  completed: "prog-ok",
  active: "prog-active",
  failed: "subjob-failed",
  killed: "subjob-killed",
  skipped: "prog-skipped",
};

/**
 * A segmented bar. `fraction` null: how far it is cannot be known; that is another picture than 0. The words that readers
 * hear are the ones beside it.
 */
export function SubjobBar({
  name,
  words,
  fraction,
  stretches,
  thin = false,
}: {
  name: string;
  words: string;
  fraction: number | null;
  stretches: readonly Stretch[];
  thin?: boolean;
}) {
  return (
    <div
      role="progressbar"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={fraction === null ? undefined : Math.round(fraction * 100)}
      aria-valuetext={words}
      className={clsx("flex overflow-hidden rounded-full bg-line", thin ? "h-1" : "h-2")}
    >
      {fraction === null && stretches.length === 0 ? <div className="prog-unknown h-full w-full" /> : null}
      {stretches.map(({ word, count, share }) => (
        <div
          key={word}
          className={clsx(LOOK[word], "h-full")}
          style={{ width: `${share * 100}%` }}
          title={`${count} ${word}`}
        />
      ))}
    </div>
  );
}

/** What the bar's patterns mean. */
export function SubjobLegend() {
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 text-xs text-muted">
      {(Object.keys(LOOK) as Stretch["word"][]).map((word) => (
        <li key={word} className="flex items-center gap-1.5">
          <span aria-hidden className={clsx(LOOK[word], "inline-block h-2 w-4 rounded-sm")} />
          {word}
        </li>
      ))}
    </ul>
  );
}
