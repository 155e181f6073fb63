import { isWhen, resolveWhen } from "@/lib/url/when";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What the axis shows: a length that ends at an instant, or that moves along with now (`end: null`). Milliseconds. */
export interface AxisRange {
  span: number;
  end: number | null;
}

/** What is drawn at one moment, epoch ms. */
export interface View {
  from: number;
  to: number;
}

export const MIN_SPAN_MS = MINUTE;
export const MAX_SPAN_MS = 90 * DAY;
export const DEFAULT_RANGE: AxisRange = { span: HOUR, end: null };
/** Room right of now, so that its line and what ends at it can be seen. */
const LEAD = 0.02;

const clampSpan = (span: number) => Math.min(MAX_SPAN_MS, Math.max(MIN_SPAN_MS, Math.round(span)));

export function viewAt({ span, end }: AxisRange, now: number): View {
  const to = end ?? now + span * LEAD;
  return { from: to - span, to };
}

/** A view as a range: one that reaches now moves along with it. */
function rangeOf({ from, to }: View, now: number): AxisRange {
  const span = clampSpan(to - from);
  return to >= now + span * LEAD ? { span, end: null } : { span, end: Math.round(to) };
}

/** Moved by a share of what is shown; to the right it stops at now, and follows it from there. */
export function panned(range: AxisRange, share: number, now: number): AxisRange {
  const { from, to } = viewAt(range, now);
  const by = range.span * share;
  return rangeOf({ from: from + by, to: to + by }, now);
}

/** `factor` 2 shows twice as much. What lies at `anchor` (0 left, 1 right) stays where it is, as far as now allows. */
export function zoomed(range: AxisRange, factor: number, anchor: number, now: number): AxisRange {
  const { from } = viewAt(range, now);
  const at = from + range.span * anchor;
  const span = clampSpan(range.span * factor);
  if (range.end === null && anchor >= 1) return { span, end: null };
  return rangeOf({ from: at - span * anchor, to: at + span * (1 - anchor) }, now);
}

/** Whether something is alive in what is shown. Where it moves along with now, also what is dated later: clocks differ. */
export function isInView(
  { span, end }: AxisRange,
  { from, to }: { from: number | null; to: number | null },
  now: number,
): boolean {
  const view = viewAt({ span, end }, now);
  return from === null || ((end === null || from <= view.to) && (to === null || to >= view.from));
}

/** As the URL has it: `-6h` for what moves along, instants for what stands still; null for what a page shows unasked. */
export function rangeToSearch({ span, end }: AxisRange): { from: string | null; to: string | null } {
  if (end !== null) return { from: new Date(end - span).toISOString(), to: new Date(end).toISOString() };
  return { from: span === DEFAULT_RANGE.span ? null : relative(span), to: null };
}

/** `-90m`, `-6h`, `-7d`: the roughest unit that is exact to the minute and has at most four digits. */
export function relative(span: number): string {
  const minutes = Math.max(1, Math.round(span / MINUTE));
  if (minutes % 1440 === 0) return `-${minutes / 1440}d`;
  if (minutes % 60 === 0) return `-${minutes / 60}h`;
  return minutes <= 9999 ? `-${minutes}m` : `-${Math.round(minutes / 60)}h`;
}

/** Reads the URL; what makes no range is the usual one. @param now epoch ms */
export function rangeFromSearch(search: { from: string | null; to: string | null }, now: number): AxisRange {
  const at = (text: string | null) => (text !== null && isWhen(text) ? exact(text, now) : null);
  const from = at(search.from);
  const end = at(search.to);
  if (from === null) return end === null ? DEFAULT_RANGE : { span: DEFAULT_RANGE.span, end };
  const span = (end ?? now) - from;
  return span <= 0 ? DEFAULT_RANGE : { span: clampSpan(span), end };
}

/** To the millisecond: the API's whole minutes would make the axis jump. */
function exact(text: string, now: number): number {
  if (!text.startsWith("-")) return Date.parse(resolveWhen(text, now));
  const whole = Math.ceil(now / MINUTE) * MINUTE;
  return now - (whole - Date.parse(resolveWhen(text, whole)));
}
