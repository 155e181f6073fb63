import { formatDurationWords } from "@/lib/format/duration";

/** What the operator chose to read times in. */
export type Zone = "local" | "utc";

const timeZone = (zone: Zone) => (zone === "utc" ? "UTC" : undefined);
const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: Zone, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${name}`;
  let found = cache.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: timeZone(zone), hourCycle: "h23" });
    cache.set(key, found);
  }
  return found;
}

const CLOCK = { hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;

/** `12:04:31` */
export function formatClock(iso: string, zone: Zone): string {
  return formatter(zone, "clock", CLOCK).format(new Date(iso));
}

/** `12:04:31` on the day of `now`, else `02 Jul 08:11`, in another year `02 Jul 2024`. */
export function formatShort(iso: string, zone: Zone, now: number): string {
  const at = new Date(iso);
  if (isSameDay(zone, at, now)) return formatClock(iso, zone);
  const year = formatter(zone, "year", { year: "numeric" });
  if (year.format(at) === year.format(now)) {
    return formatter(zone, "minute", { day: "2-digit", month: "short", hour: "2-digit", minute: "2-digit" })
      .format(at)
      .replace(",", "");
  }
  return formatter(zone, "date", { day: "2-digit", month: "short", year: "numeric" }).format(at);
}

const isSameDay = (zone: Zone, one: Date | number, other: Date | number) => {
  const day = formatter(zone, "day", { year: "numeric", month: "2-digit", day: "2-digit" });
  return day.format(one) === day.format(other);
};

/** `12:04:31` on the day of `now`, else with its date: `02 Jul 12:04:31`, in another year `02 Jul 2024 12:04:31`. */
export function formatMoment(iso: string, zone: Zone, now: number): string {
  const at = new Date(iso);
  if (isSameDay(zone, at, now)) return formatClock(iso, zone);
  const year = formatter(zone, "year", { year: "numeric" });
  const dated =
    year.format(at) === year.format(now)
      ? formatter(zone, "dayMonth", { day: "2-digit", month: "short" })
      : formatter(zone, "date", { day: "2-digit", month: "short", year: "numeric" });
  return `${dated.format(at)} ${formatClock(iso, zone)}`;
}

/** Labels along an axis of instants (epoch ms): clocks, each with its date where that is another day than the label before. */
export function formatMarks(marks: readonly number[], zone: Zone, now: number): string[] {
  return marks.map((mark, index) => formatMoment(new Date(mark).toISOString(), zone, marks[index - 1] ?? now));
}

/** The whole instant with its zone, for hover and readers: `2026-07-02 08:11:04.120 UTC`. */
export function formatFull(iso: string, zone: Zone): string {
  const parts = new Map(
    formatter(zone, "full", {
      ...CLOCK,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      fractionalSecondDigits: 3,
      timeZoneName: "short",
    })
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
