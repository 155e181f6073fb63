import type { EndsPoint } from "@/components/charts/ends.prepare";
import type { Zone } from "@/lib/format/instant";

const HOUR = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(at: number, zone: Zone, name: "day" | "clock" | "both"): string {
  const key = `${zone} ${name}`;
  let found = formats.get(key);
  if (!found) {
    const day = { day: "2-digit", month: "short" } as const;
    const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
    const options = name === "day" ? day : name === "clock" ? clock : { ...day, ...clock };
    found = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone === "utc" ? "UTC" : undefined });
    formats.set(key, found);
  }
  return found.format(at).replace(",", "");
}

/** A bucket's start under its bar: the hour within a day or two, the date beyond. */
export function bucketTick(at: number, points: readonly Pick<EndsPoint, "from" | "to">[], zone: Zone): string {
  const span = (points.at(-1)?.to ?? at) - (points[0]?.from ?? at);
  return format(at, zone, span <= 30 * HOUR ? "clock" : span <= 8 * 24 * HOUR ? "both" : "day");
}

/** `03 Jul 12:00 – 13:00` */
export function bucketWords({ from, to }: Pick<EndsPoint, "from" | "to">, zone: Zone): string {
  const sameDay = format(from, zone, "day") === format(to - 1, zone, "day");
  return `${format(from, zone, "both")} – ${format(to, zone, sameDay ? "clock" : "both")}`;
}
