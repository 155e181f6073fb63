import { Button } from "@/components/ui/button";
import { TextureKey } from "@/components/timeline-page/texture-key";
import { formatCount } from "@/lib/format/number";
import type { JobState } from "@/lib/jobs/state";

/** Over an empty axis: why nothing is there, and where to look. */
export function EmptyRange({
  filtered,
  follows,
  onClear,
  onOut,
  onNow,
}: {
  filtered: boolean;
  /** The range moves along with now. */
  follows: boolean;
  onClear: () => void;
  onOut: () => void;
  onNow: () => void;
}) {
  return (
    <div
      role="status"
      className="pointer-events-auto flex max-w-sm flex-col items-center gap-1 rounded-lg border border-line-strong bg-surface px-5 py-4 text-center shadow-(--shadow)"
    >
      <p className="font-semibold">
        {filtered ? "No job of this range matches the filters" : "No job was alive in this range"}
      </p>
      <p className="text-muted">Other times may hold more.</p>
      <div className="mt-2 flex flex-wrap justify-center gap-2">
        {filtered ? <Button onClick={onClear}>Clear all filters</Button> : null}
        <Button onClick={onOut}>Look at a longer time</Button>
        {follows ? null : <Button onClick={onNow}>Go to now</Button>}
      </div>
    </div>
  );
}

/** Below the lanes: where one answer does not hold every job of the range, what the textures mean, and what hands can do. */
export function ChartFoot({ crowded, states }: { crowded: number | null; states: ReadonlySet<JobState> }) {
  return (
    <div className="relative z-10 -mt-px flex h-7 shrink-0 items-center gap-4 border-t bg-surface border-line px-2 text-xs whitespace-nowrap text-faint md:px-3">
      <p role="status" className={crowded === null ? "hidden" : "min-w-0 truncate text-muted"}>
        {crowded === null ? null : (
          <>
            The newest {formatCount(crowded)} jobs
            <span className="max-md:hidden">; what lies before them is hatched</span>. Zoom in or filter for the others.
          </>
        )}
      </p>
      <div className="contents max-md:hidden">
        <TextureKey states={states} />
        <p aria-hidden className="ml-auto shrink-0 max-lg:hidden">
          Drag to move, Ctrl and wheel to zoom, ? for the keys
        </p>
      </div>
    </div>
  );
}
