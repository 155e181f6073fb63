import { refKey, type JobRef } from "@/lib/jobs/ref";
import { isGivenUp } from "@/lib/server/collector/given-up";
import { readJob, readProgress, type ReadDeps } from "@/lib/server/collector/read-job";
import { isPast } from "@/lib/server/collector/retention";
import { noteUnknownWords } from "@/lib/server/collector/unknown-words";
import { listActive, unknownOf, type ActiveJob } from "@/lib/server/store/active-jobs";
import { applyReadings } from "@/lib/server/store/apply-readings";
import { markUnreadable } from "@/lib/server/store/mark-job";
import type { LiveConnection } from "@/lib/server/vendors/live-connection";
import { VendorError } from "@/lib/vendors/errors";
import type { SkippedRow, SweepScope, VendorContext } from "@/lib/vendors/types";

/** A vendor that never ends its list, or gives the same cursor for ever, costs this many calls and no more. */
const MOST_PAGES = 20;
/** Jobs that left the list are asked for by id, so many a sweep. */
const MOST_BY_ID = 20;

export interface SweepDeps extends ReadDeps {
  live: LiveConnection;
  signal: AbortSignal;
  /** Also ask for what ended lately, since this (epoch ms); null: not this time. */
  recentSince: number | null;
  /** The running job whose progress was asked for in the last sweep. */
  lastProgress: string | null;
  /** The last job that was asked for because it left the list. */
  lastMissing: string | null;
}

export interface SweepReport {
  skipped: SkippedRow[];
  /** Something that an operator should know, e.g. that the list was longer than we read. */
  notice: { code: string; message: string } | null;
  lastProgress: string | null;
  lastMissing: string | null;
}

/**
 * One pass over a connection: what is active, now and then what ended lately, and by id what left the list.
 * @throws VendorError where the list could not be had. @throws FencedOff where the connection is another collector's.
 */
export async function sweep(deps: SweepDeps): Promise<SweepReport> {
  const ctx = deps.live.context(deps.signal);
  const active = await list(deps, ctx, "active", deps.now());
  const { lastProgress, lastMissing } = deps;
  const report: SweepReport = { skipped: active.skipped, notice: active.notice, lastProgress, lastMissing };
  if (deps.recentSince !== null) {
    const recent = await list(deps, ctx, "recent", deps.recentSince);
    report.skipped = [...report.skipped, ...recent.skipped];
    report.notice ??= recent.notice;
    for (const key of recent.seen) active.seen.add(key);
  }
  const known = await listActive(deps.db, deps.live.config.id);
  report.lastMissing = await readMissing(deps, known, active.seen);
  report.lastProgress = await readOneProgress(deps, known);
  return report;
}

interface Listed {
  seen: Set<string>;
  skipped: SkippedRow[];
  notice: SweepReport["notice"];
}

async function list(deps: SweepDeps, ctx: VendorContext, scope: SweepScope, since: number): Promise<Listed> {
  const listed: Listed = { seen: new Set(), skipped: [], notice: null };
  const cut = deps.keepFrom ?? null;
  const cursors = new Set<string>();
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const startedAt = deps.now();
    const answer = await deps.live.connector.listJobs(ctx, { scope, since, cursor });
    deps.signal.throwIfAborted();
    const applied = await applyReadings(deps.db, {
      connection: deps.live.config.id,
      vendor: deps.live.config.vendor,
      snapshots: answer.items,
      startedAt,
      observedAt: deps.now(),
      source: scope,
      fence: deps.fence,
      keepFrom: cut,
      skips: cut === null ? undefined : (snapshot) => isPast(deps.live, snapshot, cut),
    });
    noteUnknownWords(deps.live.config.vendor, answer.items);
    for (const { kind, id } of answer.items) listed.seen.add(refKey({ connection: deps.live.config.id, kind, id }));
    listed.skipped.push(...answer.skipped, ...applied.skipped);
    listed.notice ??= answer.notice ?? null;
    if (answer.cursor === null) return listed;
    if (cursors.has(answer.cursor)) break;
    cursors.add(answer.cursor);
    cursor = answer.cursor;
  }
  listed.notice ??= { code: "list_truncated", message: `The vendor's list was cut after ${MOST_PAGES} pages.` };
  return listed;
}

/**
 * A job that left the list has ended, or gone, or cannot be listed: only its own answer says which. Where there are more
 * than a sweep may ask for they take turns, so that some that cannot be read do not hide the others.
 */
async function readMissing(
  deps: SweepDeps,
  known: readonly ActiveJob[],
  seen: ReadonlySet<string>,
): Promise<string | null> {
  const { config, door } = deps.live;
  const followed = await unknownOf(deps.db, config.id, config.jobs);
  const missing: JobRef[] = [
    ...followed.map(({ kind, id }) => ({ connection: config.id, kind, id })),
    ...known.filter((job) => !seen.has(refKey(job))),
  ].sort((a, b) => (refKey(a) < refKey(b) ? -1 : 1));
  const { lastMissing } = deps;
  const from = lastMissing === null ? 0 : missing.findIndex((job) => refKey(job) > lastMissing);
  const inTurn = from > 0 ? [...missing.slice(from), ...missing.slice(0, from)] : missing;
  const affordable = Math.max(0, Math.min(MOST_BY_ID, Math.floor(door.callsLeft() / 3)));
  let last = lastMissing;
  for (const { connection, kind, id } of inTurn.slice(0, affordable)) {
    deps.signal.throwIfAborted();
    const ref = { connection, kind, id };
    await readJob(deps.live, ref, deps).catch(async (error: unknown) => {
      // One job that may not be read is its own matter; a vendor that does not answer ends the sweep.
      if (!(error instanceof VendorError) || isOfTheVendor(error)) throw error;
      // The list has just contradicted what is known of it: where the limit lets nobody ask, it is old.
      if (error.reason === "rate-limited" && !isGivenUp(error)) {
        const { reason: code, message } = error;
        await markUnreadable(deps.db, ref, { code, message }, deps.now(), deps.fence);
      }
    });
    last = refKey(ref);
  }
  return last;
}

function isOfTheVendor(error: VendorError): boolean {
  return error.reason === "unavailable" || error.reason === "timeout" || error.reason === "unauthorized";
}

/** Progress that nobody looks at costs one call a sweep: the running jobs take turns. */
async function readOneProgress(deps: SweepDeps, known: readonly ActiveJob[]): Promise<string | null> {
  const { live } = deps;
  if (!live.connector.getProgress) return null;
  const withProgress = new Set(
    live.connector.descriptor.kinds.filter((kind) => kind.offers.subjobs).map((kind) => kind.kind),
  );
  const running = known
    .filter((job) => job.running && withProgress.has(job.kind))
    .sort((a, b) => (refKey(a) < refKey(b) ? -1 : 1));
  const next = running.find((ref) => deps.lastProgress === null || refKey(ref) > deps.lastProgress) ?? running[0];
  if (!next) return null;
  const { connection, kind, id, startedAt } = next;
  await readProgress(
    live,
    { connection, kind, id },
    startedAt === null ? null : new Date(startedAt).toISOString(),
    deps,
  );
  return refKey(next);
}
