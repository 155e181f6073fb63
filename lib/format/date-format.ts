/** What the operator chose to read times in. */
export type Zone = "local" | "utc";

const CLOCK = { hour: "2-digit", minute: "2-digit" } as const;
const SECONDS = { ...CLOCK, second: "2-digit" } as const;
const DAY_MONTH = { day: "2-digit", month: "short" } as const;
const DAY = { year: "numeric", month: "2-digit", day: "2-digit" } as const;

/** Every way in which a time is written somewhere. */
const SHAPES = {
  /** `12:04` */
  clock: CLOCK,
  /** `12:04:31` */
  seconds: SECONDS,
  /** `02 Jul` */
  dayMonth: DAY_MONTH,
  /** `02 Jul, 12:04` */
  dayClock: { ...DAY_MONTH, ...CLOCK },
  /** `02 Jul 2024` */
  date: { ...DAY_MONTH, year: "numeric" },
  year: { year: "numeric" },
  /** To compare days by. */
  day: DAY,
  /** All there is, for its parts. */
  full: { ...SECONDS, ...DAY, fractionalSecondDigits: 3, timeZoneName: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const made = new Map<string, Intl.DateTimeFormat>();

/** A way to write times in a zone. Each is made once: making one costs as much as a hundred uses. */
export function dateFormat(zone: Zone, shape: keyof typeof SHAPES): Intl.DateTimeFormat {
  const key = `${zone} ${shape}`;
  let found = made.get(key);
  if (!found) {
    const timeZone = zone === "utc" ? "UTC" : undefined;
    found = new Intl.DateTimeFormat("en-GB", { ...SHAPES[shape], timeZone, hourCycle: "h23" });
    made.set(key, found);
  }
  return found;
}
