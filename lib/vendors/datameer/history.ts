import { listHistory, OPERATIONS, type Read, type Rows } from "@/lib/vendors/datameer/client";
import type { RunRow } from "@/lib/vendors/datameer/contract";
import { memoryOf } from "@/lib/vendors/datameer/memory";
import { detailsOrNull } from "@/lib/vendors/datameer/read-run";
import {
  compareIds,
  factsOf,
  fromDetails,
  fromRunRow,
  learnFromDetails,
  type RunDocument,
  type RunFacts,
} from "@/lib/vendors/datameer/run-facts";
import { runSnapshot } from "@/lib/vendors/datameer/mapper";
import { toJobState } from "@/lib/vendors/datameer/states";
import { ExecutionDetails } from "@/lib/vendors/datameer/contract";
import { collectPages } from "@/lib/vendors/_shared/paging";
import type { RunSnapshot } from "@/lib/jobs/snapshot";
import { isFinal } from "@/lib/jobs/state";
import type { VendorContext } from "@/lib/vendors/types";

const PAGE = 50;
/** Where a server lists the oldest first, the newest are on the last page. */
const MOST_PAGES = 10;

/** Calls that must stay for what matters more than the times of earlier runs. */
const RESERVE = 20;

/** The configuration's newest runs, newest first, whatever the server's order. */
export async function newestRuns(ctx: VendorContext, configurationId: string): Promise<Rows<RunRow>> {
  const first = await listHistory(ctx, configurationId, { start: 0, length: PAGE });
  const [head, tail] = [first.read[0], first.read.at(-1)];
  if (first.read.length >= PAGE && head && tail && compareIds(head.row.id, tail.row.id) < 0) {
    const pages = await collectPages(
      async (offset, length) => {
        if (offset === 0) return first.read;
        if (ctx.callsLeft() <= RESERVE) return [];
        return (await listHistory(ctx, configurationId, { start: offset, length })).read;
      },
      PAGE,
      MOST_PAGES,
    );
    return { read: newestFirst(pages.rows as Read<RunRow>[]).slice(0, PAGE), skipped: first.skipped };
  }
  return { ...first, read: newestFirst(first.read) };
}

function newestFirst(rows: Read<RunRow>[]): Read<RunRow>[] {
  return [...rows].sort((a, b) => compareIds(b.row.id, a.row.id));
}

/** A run of the history, with its details where those are known. */
export type PastRun = RunFacts & { executionId: string };

export function pastRun(ctx: VendorContext, row: Read<RunRow>, configurationId: string): PastRun {
  const said = fromRunRow(row, configurationId, OPERATIONS.history);
  const executionId = row.row.id;
  const ended = isEnded(row) ? endedDocument(ctx, executionId) : null;
  return { ...factsOf(ctx, ended ? [said, { ...ended, configurationId }] : [said]), executionId };
}

/** The details of an ended execution, where they were asked for before. */
export function endedDocument(ctx: VendorContext, executionId: string): RunDocument | null {
  const document = memoryOf(ctx).ended.get(executionId);
  const details = ExecutionDetails.safeParse(document);
  return document && details.success ? fromDetails({ row: details.data, document }, executionId) : null;
}

export function isEnded({ row }: Read<RunRow>): boolean {
  return isFinal(toJobState(row.jobStatus));
}

/**
 * Asks for the details of ended runs that are not known yet, once for each run ever, in the order given.
 * @param most calls at most, and never those that must stay for other questions.
 */
export async function learnEnded(
  ctx: VendorContext,
  rows: readonly { row: Read<RunRow>; configurationId: string }[],
  most: number,
): Promise<void> {
  const { ended } = memoryOf(ctx);
  const wanted = rows.filter(({ row }) => isEnded(row) && ended.get(row.row.id) === undefined).slice(0, most);
  const queue = [...wanted];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (ctx.callsLeft() <= RESERVE) return;
      const details = await detailsOrNull(ctx, next.row.row.id);
      // Purged between the two questions: that does not change either.
      if (!details || isFinal(toJobState(details.row.jobStatus))) ended.set(next.row.row.id, details?.document ?? {});
      if (details) learnFromDetails(ctx, details, next.configurationId);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
}

/** The runs as a page lists them. */
export function historyOf(ctx: VendorContext, rows: readonly Read<RunRow>[], configurationId: string): RunSnapshot[] {
  return rows.map((row) => runSnapshot(ctx, pastRun(ctx, row, configurationId)));
}
