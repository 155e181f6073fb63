import type { AxisJob } from "@/components/timeline-page/axis-jobs";

/** What a lane knows of its connection. */
export interface LaneConnection {
  id: string;
  name: string;
  vendor: string;
  /** Epoch ms since when it gives no answer: from there on nothing is known. null: it answers. */
  silentSince: number | null;
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
  jobs: readonly AxisJob[];
  packing: Packing;
}
export interface JobRow extends RowBase {
  type: "job";
  job: AxisJob;
  depth: number;
}
export type Row = GroupRow | JobRow;

export const ROW_HEIGHT = { connection: 52, queue: 36, job: 26 } as const;
/** Lanes grow into room that is left over. */
const TALLEST = 148;

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

/**
 * Lanes in the order of their connections, queues by name, jobs newest first as the server lists them.
 * @param room px to fill; lanes are as tall as it lets them be, and never lower than their names need
 */
export function buildRows(
  connections: readonly LaneConnection[],
  jobs: readonly AxisJob[],
  open: ReadonlySet<string>,
  room = 0,
): { rows: Row[]; height: number } {
  const rows: Row[] = [];
  let top = 0;
  const share = Math.floor(room / Math.max(1, connections.length));
  const anyOpen = connections.some(({ id }) => open.has(laneKey(id)));
  const tall = anyOpen ? ROW_HEIGHT.connection : Math.min(TALLEST, Math.max(ROW_HEIGHT.connection, share));
  const add = (row: Omit<GroupRow, "top" | "height"> | Omit<JobRow, "top" | "height">) => {
    const height = row.type === "connection" ? tall : ROW_HEIGHT[row.type];
    rows.push({ ...row, top, height } as Row);
    top += height;
  };
  const byConnection = groupBy(jobs, ({ item }) => item.connection);
  for (const connection of connections) {
    const own = byConnection.get(connection.id) ?? [];
    const key = laneKey(connection.id);
    const isOpen = open.has(key);
    add({ type: "connection", key, connection, queue: null, open: isOpen, jobs: own, packing: pack(own) });
    if (!isOpen) continue;
    const byQueue = [...groupBy(own, ({ item }) => item.queue ?? "")].sort(([a], [b]) => a.localeCompare(b));
    for (const [name, members] of byQueue) {
      const queue = name === "" ? null : name;
      const queueKey = laneKey(connection.id, queue);
      const queueOpen = open.has(queueKey);
      add({
        type: "queue",
        key: queueKey,
        connection,
        queue,
        open: queueOpen,
        jobs: members,
        packing: pack(members),
      });
      if (queueOpen) for (const job of members) add({ type: "job", key: job.key, connection, job, depth: 2 });
    }
  }
  return { rows, height: top };
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
