import { DateTime, IANAZone } from "luxon";

/** A wall time as the server wrote it: what its clock showed, as if that were UTC. Epoch ms. */
type WallMs = number;

export type TimeReading = "exact" | "ambiguous" | "skipped" | "unreadable";

/** The instants that a wall time may mean, earliest first; epoch ms. None: it could not be read. */
export interface LocalTime {
  candidates: number[];
  reading: TimeReading;
}

const DAY = 86_400_000;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `Sep 28, 2018 6:44:56 PM`; other JDKs put a comma behind the year or a narrow blank before PM (vendor document 8). */
const US = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4}),?\s+(\d{1,2}):(\d{2}):(\d{2})\s*([ap])\.?m\.?$/i;
/** `2012-07-06 18:19:09.0` */
const OLD = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?$/;
/** `2015-12-07T09:08:11.557+01:00`: the only shape that says its zone. */
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;

const UNREADABLE: LocalTime = { candidates: [], reading: "unreadable" };

/**
 * Reads a date of Datameer's in its server's zone. Where the clock goes back an hour, its wall times mean two instants
 * (`ambiguous`); where it goes forward, some mean none (`skipped`): those are read as if the clock had not been changed.
 */
export function readLocalTime(text: unknown, zoneName: string): LocalTime {
  if (typeof text !== "string") return UNREADABLE;
  const trimmed = text.trim();
  if (WITH_OFFSET.test(trimmed)) {
    const at = DateTime.fromISO(trimmed);
    return at.isValid ? { candidates: [at.toMillis()], reading: "exact" } : UNREADABLE;
  }
  const wall = usWallTime(trimmed) ?? oldWallTime(trimmed);
  const zone = IANAZone.create(zoneName);
  return wall === null || !zone.isValid ? UNREADABLE : instantsOf(wall, zone);
}

function instantsOf(wall: WallMs, zone: IANAZone): LocalTime {
  const before = offsetMs(zone, wall - DAY);
  const candidates = [...new Set([before, offsetMs(zone, wall + DAY)])]
    .map((offset) => wall - offset)
    .filter((at) => at + offsetMs(zone, at) === wall)
    .sort((a, b) => a - b);
  if (candidates.length === 0) return { candidates: [wall - before], reading: "skipped" };
  return { candidates, reading: candidates.length === 1 ? "exact" : "ambiguous" };
}

function offsetMs(zone: IANAZone, at: number): number {
  return Math.round(zone.offset(at) * 60_000);
}

function usWallTime(text: string): WallMs | null {
  const match = US.exec(text);
  if (!match) return null;
  const [, month = "", day, year, hour, minute, second, half = ""] = match;
  const index = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  const hours = Number(hour);
  if (index < 0 || hours < 1 || hours > 12) return null;
  const hour24 = (hours % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return wallMs([Number(year), index, Number(day), hour24, Number(minute), Number(second), 0]);
}

function oldWallTime(text: string): WallMs | null {
  const match = OLD.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction = "0"] = match;
  const ms = Math.trunc(Number(`0.${fraction}`) * 1000);
  return wallMs([Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second), ms]);
}

type WallParts = [year: number, month: number, day: number, hour: number, minute: number, second: number, ms: number];

/** null where the parts are no date: 30 February, 25 o'clock. Years below 1970 are no time of a job. */
function wallMs(parts: WallParts): WallMs | null {
  const at = Date.UTC(...parts);
  const back = new Date(at);
  const [year, month, day, hour, minute, second] = parts;
  const same =
    back.getUTCFullYear() === year &&
    back.getUTCMonth() === month &&
    back.getUTCDate() === day &&
    back.getUTCHours() === hour &&
    back.getUTCMinutes() === minute &&
    back.getUTCSeconds() === second;
  return same && year >= 1970 ? at : null;
}
