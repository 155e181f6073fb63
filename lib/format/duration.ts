const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const two = (value: number) => String(value).padStart(2, "0");

/**
 * A duration in milliseconds for a column of figures: `00:01:12`, beyond a day `12d 03:53`. Below a second it keeps the
 * milliseconds, since a query of 40 ms did not take nothing.
 */
export function formatDuration(ms: number | null): string {
  if (ms === null || !Number.isFinite(ms)) return "–";
  const safe = Math.max(0, ms);
  if (safe > 0 && safe < SECOND) return `${Math.round(safe)} ms`;
  const days = Math.floor(safe / DAY);
  const hours = Math.floor((safe % DAY) / HOUR);
  const minutes = Math.floor((safe % HOUR) / MINUTE);
  if (days > 0) return `${days}d ${two(hours)}:${two(minutes)}`;
  return `${two(hours)}:${two(minutes)}:${two(Math.floor((safe % MINUTE) / SECOND))}`;
}

/** The same in words, at most two units: `4 min 36 s`, `12 d 3 h`, `850 ms`. */
export function formatDurationWords(ms: number): string {
  const safe = Math.max(0, ms);
  if (safe < SECOND) return `${Math.round(safe)} ms`;
  if (safe < 10 * SECOND && safe % SECOND !== 0) return `${(safe / SECOND).toFixed(1)} s`;
  const parts: [number, string][] = [
    [Math.floor(safe / DAY), "d"],
    [Math.floor((safe % DAY) / HOUR), "h"],
    [Math.floor((safe % HOUR) / MINUTE), "min"],
    [Math.floor((safe % MINUTE) / SECOND), "s"],
  ];
  const first = parts.findIndex(([amount]) => amount > 0);
  return parts
    .slice(first, first + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(" ");
}

/** ISO 8601 duration for `<time dateTime>`, whole seconds. */
export function isoDuration(ms: number): string {
  return `PT${Math.max(0, Math.round(ms / SECOND))}S`;
}
