import { Button } from "@/components/ui/button";
import { formatCount } from "@/lib/format/number";

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

/** Where one answer does not hold every job of the range. */
export function CrowdedRange({ count }: { count: number }) {
  return (
    <p
      role="status"
      className="absolute bottom-2 left-2 max-w-[calc(100%-1rem)] rounded-md border border-line-strong bg-surface px-2 py-1 text-sm text-muted"
    >
      The newest {formatCount(count)} jobs: what lies before them is hatched. Zoom in or filter to see every one.
    </p>
  );
}
