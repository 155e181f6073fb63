import type { JobsSearch } from "@/lib/url/jobs-search";
import { agoWords, whenWords } from "@/lib/url/when";

type Times = Pick<JobsSearch, "from" | "to" | "endedFrom" | "endedTo">;

function rangeWords(from: string | null, to: string | null, instant: (when: string) => string): string | null {
  const point = (when: string) => agoWords(when) ?? instant(when);
  if (from && to) return `${point(from)} – ${point(to)}`;
  if (from) return whenWords(from)?.replace("the last", "Last") ?? `Since ${point(from)}`;
  return to ? `Before ${point(to)}` : null;
}

/**
 * The chosen times in a few words; null where any time will do.
 * @param instant how a fixed instant of the URL is shown
 */
export function timeWords(times: Times, instant: (when: string) => string): string | null {
  const submitted = rangeWords(times.from, times.to, instant);
  const ended = rangeWords(times.endedFrom, times.endedTo, instant);
  const endedWords = ended && `Ended: ${ended.charAt(0).toLowerCase()}${ended.slice(1)}`;
  return [submitted, endedWords].filter(Boolean).join(" · ") || null;
}
