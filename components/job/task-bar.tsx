import { clsx } from "clsx";
import type { TaskBar as Prepared } from "@/components/job/task-bar.prepare";

/** A segmented bar; draws what was prepared. `thin` for stages. */
export function TaskBar({ bar, label, thin = false }: { bar: Prepared; label: string; thin?: boolean }) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(bar.percent === null ? {} : { "aria-valuenow": bar.percent })}
      aria-valuetext={bar.percent === null ? "not known" : `${bar.percent} %, ${bar.words}`}
      className={clsx(
        "flex min-w-24 flex-1 overflow-hidden rounded-full",
        bar.percent === null ? "prog-unknown" : "bg-line",
        thin ? "h-1" : "h-2",
      )}
    >
      {bar.parts.map(({ part, share }) => (
        <span key={part} className={`prog-${part}`} style={{ width: `${share * 100}%` }} />
      ))}
    </div>
  );
}
