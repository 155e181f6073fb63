import { type CoursePoint, prepareCourse } from "@/components/panels/course.prepare";
import { FullInstant } from "@/components/time/instant";
import { formatDurationWords } from "@/lib/format/duration";

function sinceWords({ label, ms }: { label: string; ms: number }): string {
  if (ms === 0) return `at the same instant as ${label}`;
  return ms > 0 ? `${formatDurationWords(ms)} after ${label}` : `${formatDurationWords(-ms)} before ${label}`;
}

/** A few points of a job's life in their order, with the time between; what is not told says so. */
export function Course({ label, points }: { label: string; points: readonly CoursePoint[] }) {
  return (
    <ol aria-label={label} className="flex flex-wrap gap-x-6 gap-y-2">
      {prepareCourse(points).map(({ label: name, at, absent, since }) => (
        <li key={name} className="min-w-40 border-l-2 border-line pl-2.5">
          <div className="font-medium">{name}</div>
          <div className={at === null ? "text-sm text-faint italic" : "text-sm"}>
            {at === null ? (absent ?? "not told") : <FullInstant iso={at} />}
          </div>
          {since ? <div className="text-xs text-faint">{sinceWords(since)}</div> : null}
        </li>
      ))}
    </ol>
  );
}
