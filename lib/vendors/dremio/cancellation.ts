/**
 * Who ended a cancelled job, by the only thing that Dremio says of it (vendor document 3.4 b): a person's cancel reads
 * `Query cancelled by user 'NAME'`, everything else is Dremio's own doing (queue time-out, memory guards, stale
 * reflections). null: not cancelled, or no reason given.
 */
export function cancelledBy(reason: string | undefined): "user" | "system" | null {
  const words = reason?.trim() ?? "";
  if (words === "") return null;
  return /^Query cancelled by user\b/i.test(words) ? "user" : "system";
}
