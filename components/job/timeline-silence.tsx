import { clsx } from "clsx";
import type { Bar } from "@/components/job/timeline.prepare";
import { formatDurationWords } from "@/lib/format/duration";
import { type Zone, formatFull } from "@/lib/format/instant";

interface Silence {
  silence: NonNullable<Bar["silence"]>;
  zone: Zone;
}

const since = ({ silence, zone }: Silence) => formatFull(new Date(silence.from).toISOString(), zone);
/** A silence of a smaller share has no room for its word. */
const ROOM = 0.12;

/** The time since a job was last known: nobody knows what it does, so no state is drawn. */
export function SilenceStretch({
  id,
  shown,
  onPoint,
  ...told
}: Silence & { id: string; shown: boolean; onPoint: () => void }) {
  const { share } = told.silence;
  return (
    <div
      id={id}
      role="option"
      aria-selected={shown}
      aria-label={`Not known since ${since(told)}`}
      onPointerEnter={onPoint}
      className={clsx(
        "segment-unseen flex min-w-1 items-center overflow-hidden px-1.5 text-[11px] whitespace-nowrap",
        shown && "shadow-[inset_0_0_0_2px_var(--mark)]",
      )}
      style={{ flex: `${share * 1000} 1 0px`, paddingInline: share < ROOM ? 0 : undefined }}
    >
      {share < ROOM ? null : (
        <span aria-hidden className="truncate rounded-sm bg-surface px-1.5 leading-4 text-muted">
          not known
        </span>
      )}
    </div>
  );
}

/** What is told of it, while it is pointed at or has the focus. */
export function SilenceDetail(told: Silence) {
  const { from, to } = told.silence;
  return (
    <div
      role="tooltip"
      className="menu animate-in pointer-events-none absolute top-full left-0 mt-1.5 max-w-full px-3 py-2"
    >
      <p className="font-medium">
        Not known <span className="ml-2">{formatDurationWords(to - from)}</span>
      </p>
      <p className="text-sm text-muted">{since(told)} – now</p>
      <p className="text-sm text-muted">Nothing was heard of the job since then: it may have gone on, or ended.</p>
    </div>
  );
}
