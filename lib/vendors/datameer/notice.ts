import type { JobSnapshot } from "@/lib/jobs/snapshot";
import type { SnapshotPage } from "@/lib/vendors/types";

/** What an operator should know where the server writes dates in a shape or language that no document shows. */
export function unreadableDates(items: readonly JobSnapshot[]): SnapshotPage["notice"] {
  const unreadable = items.flatMap(({ details }) =>
    (["start", "stop"] as const)
      .filter((end) => details[`${end}TimeReading`] === "unreadable")
      .map((end) => String(details[`${end}Time`]).slice(0, 60)),
  );
  const [sample] = unreadable;
  if (sample === undefined) return undefined;
  const message = `The server writes dates that cannot be read, e.g. "${sample}": they are shown as they come, and jobs have no times.`;
  return { code: "unreadable_dates", message };
}
