import { readArtifacts } from "@/lib/vendors/datameer/artifacts";
import { isBare404, isEnvelope } from "@/lib/vendors/datameer/ask";
import type { Read } from "@/lib/vendors/datameer/client";
import type { RunRow } from "@/lib/vendors/datameer/contract";
import { historyOf, isEnded, learnEnded, newestRuns, pastRun, type PastRun } from "@/lib/vendors/datameer/history";
import { configurationSnapshot, executionSnapshot, draftFacts } from "@/lib/vendors/datameer/mapper";
import { memoryOf } from "@/lib/vendors/datameer/memory";
import { askNewest, isNewest } from "@/lib/vendors/datameer/newest-run";
import { unreadableDates } from "@/lib/vendors/datameer/notice";
import { factsOf } from "@/lib/vendors/datameer/run-facts";
import { followedIn } from "@/lib/vendors/datameer/settings";
import { OPERATIONS } from "@/lib/vendors/datameer/client";
import type { JobSnapshot } from "@/lib/jobs/snapshot";
import type { SkippedRow, SnapshotPage, SweepQuery, VendorContext } from "@/lib/vendors/types";

/** Artifacts that nobody follows, looked at in turn: so many a sweep. */
const DISCOVERED_AT_ONCE = 5;
/** Details of ended runs, once each: so many a sweep. */
const MOST_DETAILS = 20;
const RESERVE = 20;

interface Followed {
  id: string;
  rows: Read<RunRow>[];
}

/**
 * What ended lately: the histories of the configurations that the connection follows, with the details of each ended run
 * asked once; and a few of the other artifacts in turn, so that in time each is known.
 */
export async function sweepRecent(ctx: VendorContext, query: SweepQuery): Promise<SnapshotPage> {
  const artifacts = await readArtifacts(ctx);
  const follows = new Set(followedIn(ctx.settings).map(({ id }) => id));
  const turn = nextInTurn(
    ctx,
    [...artifacts.keys()].filter((id) => !follows.has(id)),
  );
  const followed: Followed[] = [];
  const skipped: SkippedRow[] = [];
  let cutShort = false;
  for (const id of [...follows, ...turn]) {
    if (ctx.callsLeft() <= RESERVE) {
      cutShort ||= follows.has(id);
      continue;
    }
    const rows = await rowsOrNull(ctx, id);
    if (rows === null) {
      if (follows.has(id)) skipped.push({ id, reason: "Datameer knows no such configuration, or does not show it." });
      continue;
    }
    skipped.push(...rows.skipped);
    followed.push({ id, rows: rows.read });
  }
  await learnEnded(ctx, inTurns(followed), Math.min(MOST_DETAILS, Math.floor(ctx.callsLeft() / 3)));

  const items: JobSnapshot[] = [];
  for (const one of followed) items.push(...(await snapshotsOf(ctx, one, query.since)));
  const notice = cutShort ? BUDGET_SPENT : unreadableDates(items);
  return { items, skipped, cursor: null, ...(notice ? { notice } : {}) };
}

const BUDGET_SPENT = {
  code: "budget_spent",
  message:
    "The calls of this minute do not suffice for the history of every followed configuration; the next ones go on.",
};

async function rowsOrNull(ctx: VendorContext, id: string) {
  try {
    return await newestRuns(ctx, id);
  } catch (error) {
    if (isBare404(error) || isEnvelope(error)) return null;
    throw error;
  }
}

async function snapshotsOf(ctx: VendorContext, { id, rows }: Followed, since: number): Promise<JobSnapshot[]> {
  const runs = rows.map((row) => ({ row, run: pastRun(ctx, row, id) }));
  const executions = runs
    .filter(({ row }) => !isEnded(row) || memoryOf(ctx).ended.get(row.row.id) !== undefined)
    .map(({ run }) => executionSnapshot(ctx, run))
    .filter(({ endedAt }) => endedAt === undefined || endedAt === null || Date.parse(endedAt) >= since);
  const definition = await definitionOf(ctx, id, runs[0]?.run, historyOf(ctx, rows, id));
  return definition ? [...executions, definition] : executions;
}

/** null: a newer run than the history has is known, and it could not be asked which is right. */
async function definitionOf(
  ctx: VendorContext,
  id: string,
  newest: PastRun | undefined,
  history: ReturnType<typeof historyOf>,
): Promise<JobSnapshot | null> {
  if (newest && isNewest(ctx, id, newest.executionId)) return configurationSnapshot(ctx, id, newest, { history });
  if (ctx.callsLeft() <= RESERVE) return null;
  const said = await askNewest(ctx, id);
  if (said) return configurationSnapshot(ctx, id, factsOf(ctx, [said]), { history });
  if (newest) return null;
  return configurationSnapshot(ctx, id, draftFacts(id, { [OPERATIONS.history]: [] }), { history });
}

/** Newest runs of all configurations first, then the next ones. */
function inTurns(followed: readonly Followed[]) {
  return followed
    .flatMap(({ id, rows }) => rows.map((row, age) => ({ row, configurationId: id, age })))
    .sort((a, b) => a.age - b.age);
}

function nextInTurn(ctx: VendorContext, ids: readonly string[]): string[] {
  const memory = memoryOf(ctx);
  const from = memory.discovered >= ids.length ? 0 : memory.discovered;
  memory.discovered = from + DISCOVERED_AT_ONCE;
  return ids.slice(from, from + DISCOVERED_AT_ONCE);
}
