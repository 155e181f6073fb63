import type { EndsPoint } from "@/components/charts/ends.prepare";
import { type Zone, dateFormat } from "@/lib/format/date-format";

const HOUR = 3_600_000;

const format = (at: number, zone: Zone, shape: "dayMonth" | "clock" | "dayClock") =>
  dateFormat(zone, shape).format(at).replace(",", "");

/** A bucket's start under its bar: the hour within a day or two, the date beyond. */
export function bucketTick(at: number, points: readonly Pick<EndsPoint, "from" | "to">[], zone: Zone): string {
  const span = (points.at(-1)?.to ?? at) - (points[0]?.from ?? at);
  return format(at, zone, span <= 30 * HOUR ? "clock" : span <= 8 * 24 * HOUR ? "dayClock" : "dayMonth");
}

/** `03 Jul 12:00 – 13:00` */
export function bucketWords({ from, to }: Pick<EndsPoint, "from" | "to">, zone: Zone): string {
  const sameDay = format(from, zone, "dayMonth") === format(to - 1, zone, "dayMonth");
  return `${format(from, zone, "dayClock")} – ${format(to, zone, sameDay ? "clock" : "dayClock")}`;
}
