import { clsx } from "clsx";
import { surelyFits } from "@/components/jobs/surely-fits";
import { formatPercent } from "@/lib/format/number";
import type { Job } from "@/lib/contract/job";

/** px of the list's column of progress, at its own width. */
const ROOM = 108;

/** What a job's progress is called: of a subjob it says so. */
export function progressLabel({ fraction, of, subjobId }: NonNullable<Job["progress"]>): string {
  return `${of === "subjob" ? `Subjob ${subjobId ?? ""} · ` : ""}${formatPercent(fraction)}`;
}

/** A bar under its figure: neither moves the other, whatever the figure is of. No progress known is no bar; 0 is an empty one. */
export function ProgressCell({ progress, name }: { progress: Job["progress"]; name: string }) {
  if (!progress) return null;
  const label = progressLabel(progress);
  const percent = Math.round(progress.fraction * 100);
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <span className={clsx("text-sm leading-4 text-muted", !surelyFits(label, ROOM) && "truncate")}>{label}</span>
      <div
        role="progressbar"
        aria-label={`Progress of ${progress.of === "subjob" ? `subjob ${progress.subjobId} of ` : ""}${name}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={label}
        className="progress-line"
        style={{ "--done": `${progress.fraction * 100}%` }}
      />
    </div>
  );
}
