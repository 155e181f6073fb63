import type { DliSwitches } from "../switches";

const OFFSET_HOURS: Record<DliSwitches["dateZone"], number> = {
  CST: 8,
  SGT: 8,
  HKT: 8,
  "GMT+08:00": 8,
  UTC: 0,
  CEST: 2,
  unparsable: 8,
};
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `java.util.Date.toString()` in the server's zone: `Mon Jul 27 17:24:03 CST 2020`. CST is China's here. */
export function sparkDate(at: number, zone: DliSwitches["dateZone"]): string {
  const local = new Date(at + OFFSET_HOURS[zone] * 3_600_000);
  const two = (n: number) => String(n).padStart(2, "0");
  const time = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()].map(two).join(":");
  const day = two(local.getUTCDate());
  if (zone === "unparsable") return `${day}. ${local.getUTCMonth() + 1}. um ${time.slice(0, 5)}`;
  return `${DAYS[local.getUTCDay()]} ${MONTHS[local.getUTCMonth()]} ${day} ${time} ${zone} ${local.getUTCFullYear()}`;
}
