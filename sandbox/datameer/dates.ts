import { DateTime } from "luxon";
import type { DatameerSwitches } from "./switches";

/** The two texts of the page: `Sep 28, 2018 6:44:56 PM` and `2012-07-06 18:19:09.0`. */
export type DateShape = "us" | "old";

/** Writes epoch milliseconds as the server's wall time, without a zone (vendor page, all examples). */
export function dateText(at: number, shape: DateShape, switches: DatameerSwitches): string {
  const { dateStyle, timeZone, clockSkewMs } = switches;
  const local = DateTime.fromMillis(at + clockSkewMs, { zone: timeZone, locale: "en-US" });
  const asked = dateStyle === "always-us" ? "us" : dateStyle === "always-old" ? "old" : shape;
  if (asked === "old") return `${local.toFormat("yyyy-LL-dd HH:mm:ss")}.0`;
  switch (dateStyle) {
    case "comma":
      return local.toFormat("LLL d, yyyy, h:mm:ss a");
    case "narrow-space":
      return local.toFormat("LLL d, yyyy, h:mm:ss\u202fa");
    case "german":
      return local.setLocale("de-DE").toFormat("d. LLLL yyyy HH:mm:ss");
    default:
      return local.toFormat("LLL d, yyyy h:mm:ss a");
  }
}

/** ISO with the server's offset, as `createdAt` of `/api/workbooks/<file-id>` has it. */
export function isoText(at: number, switches: DatameerSwitches): string {
  return DateTime.fromMillis(at + switches.clockSkewMs, { zone: switches.timeZone }).toISO() ?? "";
}

/** Epoch milliseconds of a wall time in the server's zone. Throws RangeError on text that is no time. */
export function atWallTime(text: string, zone: string): number {
  const local = DateTime.fromISO(text, { zone });
  if (!local.isValid) throw new RangeError(`no time: ${text} in ${zone}`);
  return local.toMillis();
}

/** What is left of a run: `11s` in `/api`, `11 sec` in `/rest`; beyond a minute by the switch. */
export function estimateText(milliseconds: number, generation: "api" | "rest", switches: DatameerSwitches): string {
  const total = Math.max(0, Math.round(milliseconds / 1000));
  const combined = switches.estimateStyle === "combined" && total >= 60;
  const parts: [number, string, string][] = combined
    ? [
        [Math.floor(total / 3600), "h", "hour"],
        [Math.floor(total / 60) % 60, "m", "min"],
        [total % 60, "s", "sec"],
      ]
    : [[total, "s", "sec"]];
  return parts
    .filter(([count]) => count > 0 || !combined)
    .map(([count, short, long]) => (generation === "api" ? `${count}${short}` : `${count} ${long}`))
    .join(" ");
}

/**
 * The zone's newest change of clock before `before`: `fold` turns it back (an hour happens twice), `gap` forward.
 * Null where the zone had none within two years.
 */
export function clockChange(zone: string, before: number, kind: "fold" | "gap"): number | null {
  const hour = 3_600_000;
  const offset = (at: number) => DateTime.fromMillis(at, { zone }).offset;
  const latest = Math.floor(before / hour) * hour - 2 * hour;
  for (let at = latest; at > latest - 2 * 366 * 24 * hour; at -= hour) {
    const change = offset(at) - offset(at - hour);
    if (kind === "fold" ? change < 0 : change > 0) return at;
  }
  return null;
}
