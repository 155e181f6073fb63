import { clsx } from "clsx";
import { formatPercent } from "@/lib/format/number";
import type { Job } from "@/lib/contract/job";

/** What a job's progress is called: of a subjob it says so. */
export function progressLabel({ fraction, of, subjobId }: NonNullable<Job["progress"]>): string {
  return `${of === "subjob" ? `Subjob ${subjobId ?? ""} · ` : ""}${formatPercent(fraction)}`;
}

/** A bar with its figure, which has room to grow without moving the bar. No progress known is no bar; 0 is an empty one. */
export function ProgressCell({ progress, name }: { progress: Job["progress"]; name: string }) {
  if (!progress) return null;
  const label = progressLabel(progress);
  const percent = Math.round(progress.fraction * 100);
  return (
    <div className="flex min-w-0 items-center gap-2">
      <div
        role="progressbar"
        aria-label={`Progress of ${progress.of === "subjob" ? `subjob ${progress.subjobId} of ` : ""}${name}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={label}
        className="h-1.5 min-w-8 flex-1 overflow-hidden rounded-full bg-line"
      >
        <div className="h-full bg-good" style={{ width: `${progress.fraction * 100}%` }} />
      </div>
      <span
        className={clsx("shrink-0 text-sm text-muted", progress.of === "subjob" ? "min-w-[13.5ch]" : "min-w-[5ch]")}
      >
        {label}
      </span>
    </div>
  );
}
