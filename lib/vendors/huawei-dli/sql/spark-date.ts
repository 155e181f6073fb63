import { DateTime } from "luxon";

/** What a subjob's dates must agree with; epoch ms. */
export interface DateCheck {
  /** IANA zone of the connection's setting: it decides where an abbreviation is ambiguous or unknown. */
  zone: string | null;
  /** The job's start; null: not known here. */
  startedAt: number | null;
  now: number;
}

const MINUTE = 60_000;
/** Whole seconds, and two servers' clocks: a subjob may seem to begin a little before its job. */
const BEFORE_START = 2 * MINUTE;
/** Clocks differ; no two zones that share an abbreviation are so close. */
const BEYOND_NOW = 45 * MINUTE;

/** Offsets in minutes east of UTC, likeliest first: DLI's regions decide, then the abbreviation's other homes. */
const ZONES: Readonly<Record<string, readonly number[]>> = {
  UTC: [0],
  GMT: [0],
  Z: [0],
  UCT: [0],
  CST: [480, -360, -300],
  CDT: [-300],
  HKT: [480],
  SGT: [480],
  MYT: [480],
  ICT: [420],
  WIB: [420],
  JST: [540],
  KST: [540],
  IST: [330, 120, 60],
  GST: [240],
  MSK: [180],
  TRT: [180],
  EET: [120],
  EEST: [180],
  SAST: [120],
  CAT: [120],
  EAT: [180],
  CET: [60],
  CEST: [120],
  WET: [0],
  WEST: [60],
  BST: [60, 360],
  BRT: [-180],
  ART: [-180],
  CLT: [-240],
  CLST: [-180],
  PET: [-300],
  COT: [-300],
  EST: [-300, 600],
  EDT: [-240],
  MST: [-420, 480],
  MDT: [-360],
  PST: [-480, 480],
  PDT: [-420],
};

const PATTERN = /^(\w{3}) (\w{3}) ([ \d]\d) (\d\d):(\d\d):(\d\d) (\S{1,40}) (\d{4})$/;
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * The instant of a `java.util.Date.toString()` text (`Mon Jul 27 17:24:03 CST 2020`) as ISO 8601 UTC; null where the
 * text is not one, or no zone puts it between the job's start and now (contract page 4.4). CST is China's unless the
 * connection says otherwise: the platform's own parser would take it for the United States' and be 14 hours late.
 */
export function sparkDate(text: string | null | undefined, check: DateCheck): string | null {
  const match = PATTERN.exec(text ?? "");
  if (match === null) return null;
  const [, day = "", monthName = "", date = "", hour = "", minute = "", second = "", zone = "", year = ""] = match;
  const wall = {
    year: Number(year),
    month: MONTHS.indexOf(monthName) + 1,
    day: Number(date),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  };
  const local = DateTime.fromObject(wall, { zone: "utc" });
  if (wall.month === 0 || !local.isValid || DAYS[local.weekday % 7] !== day) return null;
  const fits = (at: number) =>
    (check.startedAt === null || at >= check.startedAt - BEFORE_START) &&
    at <= Math.max(check.now, check.startedAt ?? 0) + BEYOND_NOW;
  const instant = candidates(local, zone.toUpperCase(), check).find(fits);
  return instant === undefined ? null : new Date(instant).toISOString();
}

/** Without the job's start there is nothing to tell an abbreviation's homes apart by: only the likeliest is tried. */
function candidates(local: DateTime, zone: string, check: DateCheck): number[] {
  const offsets = fixedOffset(zone) ?? ZONES[zone] ?? [];
  if (check.zone !== null && offsets.length !== 1) {
    const inZone = local.setZone(check.zone, { keepLocalTime: true });
    if (inZone.isValid) return [inZone.toMillis()];
  }
  const tried = check.startedAt === null ? offsets.slice(0, 1) : offsets;
  return tried.map((minutes) => local.toMillis() - minutes * MINUTE);
}

/** `GMT+08:00`, `UTC-3`, `+0800`: Java's words for a zone without a name. */
function fixedOffset(zone: string): number[] | null {
  const match = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d\d)?$/.exec(zone);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return minutes > 14 * 60 ? null : [match[1] === "-" ? -minutes : minutes];
}
