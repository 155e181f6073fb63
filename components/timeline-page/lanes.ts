import type { AxisJob } from "@/components/timeline-page/axis-jobs";
import type { Connection } from "@/lib/contract/connection";

/** What a lane knows of its connection. */
export interface LaneConnection {
  id: string;
  name: string;
  vendor: string;
  /** null: it is no longer connected. */
  health: Connection["health"] | null;
  /** Epoch ms since when it gives no answer: from there on nothing is known. null: it answers. */
  silentSince: number | null;
}

/** Since when nothing is known of a connection's jobs: since its last answer, where none comes or none is asked for. */
export function silentSince({ health, lastAnswerAt }: Pick<Connection, "health" | "lastAnswerAt">): number | null {
  const silent = health === "failing" || health === "paused";
  return silent && lastAnswerAt !== null ? Date.parse(lastAnswerAt) : null;
}

interface RowBase {
  key: string;
  top: number;
  height: number;
  connection: LaneConnection;
}
/** Many jobs in one lane, in as many tracks as run at once. */
export interface GroupRow extends RowBase {
  type: "connection" | "queue";
  queue: string | null;
  open: boolean;
  /** Drawn: also those beside the range, which a pan brings in. */
  jobs: readonly AxisJob[];
  /** How many of them are alive in the range. */
  inRange: number;
  packing: Packing;
}
export interface JobRow extends RowBase {
  type: "job";
  job: AxisJob;
  /** 1 right below its connection, 2 below a queue. */
  depth: 1 | 2;
}
export type Row = GroupRow | JobRow;

export const ROW_HEIGHT = { connection: 52, queue: 36, job: 26 } as const;
/** Lanes grow into room that is left over. */
const TALLEST = 420;

export interface Packing {
  /** Which track each job takes, by its place in `jobs`; -1 for one without any known time. */
  track: readonly number[];
  tracks: number;
}

/** Puts jobs that overlap into different tracks, the first free one for each. */
export function pack(jobs: readonly AxisJob[]): Packing {
  const track = jobs.map(() => -1);
  const freeFrom: number[] = [];
  const order = jobs
    .map((job, index) => ({ index, from: job.from, to: job.to }))
    .filter((job): job is typeof job & { from: number } => job.from !== null)
    .sort((a, b) => a.from - b.from || a.index - b.index);
  for (const { index, from, to } of order) {
    const found = freeFrom.findIndex((free) => free <= from);
    const chosen = found < 0 ? freeFrom.length : found;
    freeFrom[chosen] = to === null ? Infinity : Math.max(to, from + 1);
    track[index] = chosen;
  }
  return { track, tracks: freeFrom.length };
}

export const laneKey = (connection: string, queue?: string | null) =>
  queue === undefined ? connection : `${connection}/${queue ?? ""}`;

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function queuesOf(jobs: readonly AxisJob[]): { queue: string | null; members: AxisJob[] }[] {
  return [...groupBy(jobs, ({ item }) => item.queue ?? "")]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, members]) => ({ queue: name === "" ? null : name, members }));
}

/** A vendor that knows no queues has its jobs right below it. */
const isWithoutQueues = (queues: readonly { queue: string | null }[]) =>
  queues.length === 1 && queues[0]?.queue === null;

/** Every lane that can be opened. */
export function laneKeys(jobs: readonly AxisJob[]): string[] {
  return [...groupBy(jobs, ({ item }) => item.connection)].flatMap(([connection, own]) => {
    const queues = queuesOf(own);
    return [
      laneKey(connection),
      ...(isWithoutQueues(queues) ? [] : queues.map(({ queue }) => laneKey(connection, queue))),
    ];
  });
}

interface Lanes {
  connections: readonly LaneConnection[];
  jobs: readonly AxisJob[];
  isOpen: (key: string) => boolean;
  /** Which jobs get a row and are counted; a lane draws them all. */
  isInRange?: (job: AxisJob) => boolean;
  /** px to fill: lanes are as tall as it lets them be, and never lower than their names need. */
  room?: number;
}

/** Lanes in the order of their connections, queues by name, jobs newest first as the server lists them. */
export function buildRows({ connections, jobs, isOpen, isInRange = () => true, room = 0 }: Lanes): {
  rows: Row[];
  height: number;
} {
  const rows: Row[] = [];
  const place = { top: 0, height: 0 };
  const addGroup = (connection: LaneConnection, queue: string | null | undefined, own: readonly AxisJob[]) => {
    const key = laneKey(connection.id, queue);
    rows.push({
      ...place,
      type: queue === undefined ? "connection" : "queue",
      key,
      connection,
      queue: queue ?? null,
      open: isOpen(key),
      jobs: own,
      inRange: own.filter(isInRange).length,
      packing: pack(own),
    });
    return isOpen(key);
  };
  const addJobs = (connection: LaneConnection, own: readonly AxisJob[], depth: 1 | 2) => {
    for (const job of own)
      if (isInRange(job)) rows.push({ ...place, type: "job", key: job.key, connection, job, depth });
  };
  const byConnection = groupBy(jobs, ({ item }) => item.connection);
  for (const connection of connections) {
    const own = byConnection.get(connection.id) ?? [];
    if (!addGroup(connection, undefined, own)) continue;
    const queues = queuesOf(own);
    if (isWithoutQueues(queues)) addJobs(connection, own, 1);
    else
      for (const { queue, members } of queues)
        if (addGroup(connection, queue, members)) addJobs(connection, members, 2);
  }
  return { rows, height: layOut(rows, connections.length, room) };
}

/** Puts rows below each other; what room is left over is the connections' alike. @returns the height of all, px */
function layOut(rows: Row[], connections: number, room: number): number {
  const least = rows.reduce((sum, { type }) => sum + ROW_HEIGHT[type], 0);
  const share = Math.max(0, Math.floor((room - least) / Math.max(1, connections)));
  const tall = Math.min(TALLEST, ROW_HEIGHT.connection + share);
  let top = 0;
  for (const row of rows) {
    row.top = top;
    row.height = row.type === "connection" ? tall : ROW_HEIGHT[row.type];
    top += row.height;
  }
  // What does not divide is the last row's, so that the lanes end where their room does.
  const last = rows.at(-1);
  const rest = tall < TALLEST ? Math.min(connections - 1, room - top) : 0;
  if (last && rest > 0) last.height += rest;
  return top + Math.max(0, last ? rest : 0);
}

/** The rows between two heights; they are in order, so that thousands cost no more than what is seen. */
export function rowsBetween(rows: readonly Row[], from: number, to: number): readonly Row[] {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row && row.top + row.height <= from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < rows.length && (rows[end]?.top ?? Infinity) < to) end += 1;
  return rows.slice(low, end);
}
