import { type Zone, dateFormat } from "@/lib/format/date-format";
import { formatDurationWords } from "@/lib/format/duration";

export type { Zone };

/** `12:04:31` */
export function formatClock(iso: string, zone: Zone): string {
  return dateFormat(zone, "seconds").format(new Date(iso));
}

/** `12:04:31` on the day of `now`, else `02 Jul 08:11`, in another year `02 Jul 2024`. */
export function formatShort(iso: string, zone: Zone, now: number): string {
  const at = new Date(iso);
  if (isSameDay(zone, at, now)) return formatClock(iso, zone);
  const year = dateFormat(zone, "year");
  if (year.format(at) === year.format(now)) {
    return dateFormat(zone, "dayClock").format(at).replace(",", "");
  }
  return dateFormat(zone, "date").format(at);
}

const isSameDay = (zone: Zone, one: Date | number, other: Date | number) => {
  const day = dateFormat(zone, "day");
  return day.format(one) === day.format(other);
};

/** `12:04:31` on the day of `now`, else with its date: `02 Jul 12:04:31`, in another year `02 Jul 2024 12:04:31`. */
export function formatMoment(iso: string, zone: Zone, now: number): string {
  const at = new Date(iso);
  if (isSameDay(zone, at, now)) return formatClock(iso, zone);
  const year = dateFormat(zone, "year");
  const dated = year.format(at) === year.format(now) ? dateFormat(zone, "dayMonth") : dateFormat(zone, "date");
  return `${dated.format(at)} ${formatClock(iso, zone)}`;
}

/** Labels along an axis of instants (epoch ms): clocks, each with its date where that is another day than the label before. */
export function formatMarks(marks: readonly number[], zone: Zone, now: number): string[] {
  return marks.map((mark, index) => formatMoment(new Date(mark).toISOString(), zone, marks[index - 1] ?? now));
}

/** From midnight to the next midnight, epoch ms: a day can be 23 or 25 hours long. */
export interface Day {
  from: number;
  to: number;
}

/** The zone's day in which an instant lies. */
export function dayAround(at: number, zone: Zone): Day {
  const date = new Date(at);
  if (zone === "utc") {
    const from = date.setUTCHours(0, 0, 0, 0);
    return { from, to: from + 24 * 3_600_000 };
  }
  const midnight = (days: number) => new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
  return { from: midnight(0), to: midnight(1) };
}

/** The whole instant with its zone, for hover and readers: `2026-07-02 08:11:04.120 UTC`. */
export function formatFull(iso: string, zone: Zone): string {
  const parts = new Map(
    dateFormat(zone, "full")
      .formatToParts(new Date(iso))
      .map((part) => [part.type, part.value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  const time = `${part("hour")}:${part("minute")}:${part("second")}.${part("fractionalSecond")}`;
  return `${part("year")}-${part("month")}-${part("day")} ${time} ${part("timeZoneName")}`;
}

/** `2 s ago`, `3 min ago`; what lies ahead is `in 8 s`. The clocks may differ by a second: that is `now`. */
export function formatAge(iso: string, now: number): string {
  const ms = now - Date.parse(iso);
  if (Math.abs(ms) < 1500) return "now";
  const words = formatDurationWords(roundAge(Math.abs(ms)));
  return ms > 0 ? `${words} ago` : `in ${words}`;
}

/** The same in the least room: `now`, `2 s`, `3 min`. @param ms how long ago */
export function formatShortAge(ms: number): string {
  return ms < 1500 ? "now" : formatDurationWords(roundAge(ms));
}

/** An age needs one unit only. */
function roundAge(ms: number): number {
  const unit = ms < 60_000 ? 1000 : ms < 3_600_000 ? 60_000 : ms < 86_400_000 ? 3_600_000 : 86_400_000;
  return Math.floor(ms / unit) * unit;
}

/** The zone's name for the switch: `UTC` or `UTC+08:00`. */
export function zoneLabel(zone: Zone, offsetMinutes: number): string {
  if (zone === "utc" || offsetMinutes === 0) return "UTC";
  const sign = offsetMinutes < 0 ? "+" : "−";
  const minutes = Math.abs(offsetMinutes);
  const rest = minutes % 60 === 0 ? "" : `:${String(minutes % 60).padStart(2, "0")}`;
  return `UTC${sign}${Math.floor(minutes / 60)}${rest}`;
}
