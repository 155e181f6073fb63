import { FullInstant } from "@/components/time/instant";
import type { DatameerDetails } from "@/components/panels/datameer/datameer-details";
import type { Fact } from "@/components/ui/facts";
import { oneLine } from "@/lib/format/visible-text";

const READING = {
  exact: null,
  ambiguous: "that hour stands twice in the night the clock was changed",
  skipped: "that hour does not exist in the night the clock was changed",
  unreadable: "the text could not be read as a time",
} as const;

/** A time as an instant, and beside it the server's own text with the zone it was read in. */
export function timeFact(
  label: string,
  iso: string | null,
  text: string | null | undefined,
  reading: DatameerDetails["startTimeReading"],
  zone: string | null | undefined,
): Fact {
  if (!text && !iso) return { label, value: text };
  const notes = [
    text ? `${oneLine(text)}${zone ? ` in ${oneLine(zone)}` : ""}` : null,
    reading ? READING[reading] : null,
  ].filter((note) => note !== null);
  return {
    label,
    value: iso ? <FullInstant iso={iso} /> : oneLine(text ?? ""),
    note: iso ? notes.join(" · ") : notes.slice(1).join(" · "),
  };
}
