import { type ChartScope, type ListChange, listHref } from "@/components/charts/list-links";
import type { Analytics } from "@/lib/contract/overview";

/** One row: how long half of its jobs took at most, and 95 in 100. Milliseconds. */
export interface SpreadRow {
  key: string;
  label: string;
  note: string;
  n: number;
  /** null: jobs ended, and how long they took is not known. */
  p50: number | null;
  p95: number | null;
  href: string;
}

export interface SpreadPicture {
  rows: SpreadRow[];
  /** Of the logarithmic axis, in ms: powers and their familiar steps. */
  ticks: number[];
  domain: [number, number];
}

/** Where a logarithmic axis can stand; what is shorter is drawn at its foot. */
const TICKS_MS = [
  1,
  10,
  100,
  1000,
  10_000,
  60_000,
  600_000,
  3_600_000,
  6 * 3_600_000,
  24 * 3_600_000,
  7 * 24 * 3_600_000,
  28 * 24 * 3_600_000,
  365 * 24 * 3_600_000,
];

function pictureOf(rows: SpreadRow[]): SpreadPicture {
  const values = rows.flatMap(({ p50, p95 }) => [p50, p95]).filter((value): value is number => value !== null);
  const least = values.length === 0 ? 1 : Math.max(1, Math.min(...values));
  const most = Math.max(...values, 10);
  const first = TICKS_MS.findLast((tick) => tick <= least) ?? 1;
  const last = TICKS_MS.find((tick) => tick >= most && tick > first) ?? most;
  return { rows, ticks: TICKS_MS.filter((tick) => tick >= first && tick <= last), domain: [first, last] };
}

/** Where a value stands on the axis: a logarithm has no 0. */
export const onAxis = (value: number, [first]: SpreadPicture["domain"]) => Math.max(value, first);

export interface SpreadNames {
  connection: (id: string) => string;
  kind: (kind: string) => string;
}

export function prepareDurations(data: Analytics, scope: ChartScope, names: SpreadNames): SpreadPicture {
  return pictureOf(
    data.durations.map(({ connection, kind, n, p50, p95 }) => ({
      key: `${connection} ${kind}`,
      label: names.kind(kind),
      note: names.connection(connection),
      n,
      p50,
      p95,
      href: listHref(scope, { connection: [connection], kind: [kind], sort: "-durationMs" }),
    })),
  );
}

export function prepareWaits(data: Analytics, scope: ChartScope, names: SpreadNames): SpreadPicture {
  return pictureOf(
    data.waits.map(({ connection, queue, n, p50, p95 }) => {
      const own: ListChange = { connection: [connection], ...(queue === null ? {} : { queue: [queue] }) };
      return {
        key: `${connection} ${queue ?? ""}`,
        label: queue ?? "No queue",
        note: names.connection(connection),
        n,
        p50,
        p95,
        href: listHref(scope, own),
      };
    }),
  );
}
