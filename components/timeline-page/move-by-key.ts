import { serverNow } from "@/components/time/now";
import { DEFAULT_RANGE, panned, zoomed } from "@/components/timeline-page/axis-range";
import type { AxisStore } from "@/components/timeline-page/axis-store";

/** Moves the axis as its keys say. @returns false where the key is none of them */
export function moveByKey(axis: AxisStore, key: string, far: boolean): boolean {
  const now = serverNow();
  const range = axis.get();
  const anchor = range.end === null ? 1 : 0.5;
  if (key === "ArrowLeft") axis.set(panned(range, far ? -0.8 : -0.15, now));
  else if (key === "ArrowRight") axis.set(panned(range, far ? 0.8 : 0.15, now));
  else if (key === "+" || key === "=") axis.set(zoomed(range, 1 / 1.5, anchor, now));
  else if (key === "-" || key === "_") axis.set(zoomed(range, 1.5, anchor, now));
  else if (key === "n") axis.set({ ...range, end: null });
  else if (key === "0") axis.set(DEFAULT_RANGE);
  else return false;
  return true;
}
