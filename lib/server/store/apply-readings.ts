import { createHash } from "node:crypto";
import { refKey } from "@/lib/jobs/ref";
import { CLOCK_SLACK_MS, mergeReading, type Reading } from "@/lib/jobs/merge-reading";
import type { JobSnapshot } from "@/lib/jobs/snapshot";
import type { Connection, Database } from "@/lib/server/db/database";
import { settleFromReading } from "@/lib/server/store/action-settlements";
import { cleanJson, cleanText } from "@/lib/server/store/clean-json";
import { bumpVersion, lockConnection } from "@/lib/server/store/fence";
import { CountDeltas } from "@/lib/server/store/job-counts";
import type { Write } from "@/lib/server/store/job-write";
import { archiveRuns, insertTransitions, upsertBodies, upsertHistory, upsertJobs } from "@/lib/server/store/job-writes";
import { isBadData } from "@/lib/server/store/bad-data";
import { lastReadingsOf, type LastReadings } from "@/lib/server/store/last-readings";
import { loadForReading } from "@/lib/server/store/known-jobs";
import type { SkippedRow } from "@/lib/vendors/types";

/** Readings of one connection that one question to its vendor brought. */
export interface ReadingBatch {
  connection: string;
  vendor: string;
  snapshots: readonly JobSnapshot[];
  /** When the question was asked, and when its answer was there (epoch ms). */
  startedAt: number;
  observedAt: number;
  /** Which question it was, e.g. `active` or `detail`: answers are compared with the last one to the same question. */
  source: string;
  /** The collector's fencing number; null for a reading outside the collector. */
  fence: number | null;
  /** Epoch ms: earlier runs that ended before are not taken up; absent or null: all are. */
  keepFrom?: number | null;
  /** Jobs that are left alone where they are not on record. */
  skips?: (snapshot: JobSnapshot) => boolean;
}

export interface Applied {
  changed: number;
  unchanged: number;
  older: number;
  /** Rows that the database does not take: their jobs stay as they were. */
  skipped: SkippedRow[];
}

const LONGEST_INDEXED = 500;

/**
 * Brings a batch of readings into the record: jobs, transitions, history, counts and settled actions in one transaction.
 * @throws FencedOff where another collector owns the connection by now.
 */
export async function applyReadings(db: Database, batch: ReadingBatch): Promise<Applied> {
  const memory = lastReadingsOf(db);
  const readings = readingsOf(batch, memory);
  const applied: Applied = { changed: 0, unchanged: 0, older: 0, skipped: [] };
  if (readings.length > 0) await applyAll(db, batch, readings, applied);
  for (const { snapshot } of readings) {
    memory.note(keyOf(batch.connection, snapshot), batch.startedAt, batch.observedAt);
  }
  return applied;
}

/** Where a row fails the whole batch, halves of it find the row: the others are kept. */
async function applyAll(db: Database, batch: ReadingBatch, readings: Reading[], applied: Applied): Promise<void> {
  try {
    const { changed, unchanged, older } = await db.transaction((tx) => applyInside(tx, batch, readings));
    applied.changed += changed;
    applied.unchanged += unchanged;
    applied.older += older;
  } catch (error) {
    const [only] = readings;
    if (!only || !isBadData(error)) throw error;
    if (readings.length === 1) {
      applied.skipped.push({ id: only.snapshot.id.slice(0, 200), reason: "The database does not take this row." });
      return;
    }
    const half = Math.ceil(readings.length / 2);
    await applyAll(db, batch, readings.slice(0, half), applied);
    await applyAll(db, batch, readings.slice(half), applied);
  }
}

async function applyInside(
  tx: Connection,
  batch: ReadingBatch,
  readings: Reading[],
): Promise<Omit<Applied, "skipped">> {
  await lockConnection(tx, batch.connection, batch.fence);
  const clock = Math.max(batch.observedAt, Date.now());
  const known = await loadForReading(tx, batch.connection, readings);
  const writes: Write[] = [];
  const applied = { changed: 0, unchanged: 0, older: 0 };
  for (const reading of readings) {
    const job = known.get(`${reading.snapshot.kind} ${reading.snapshot.id}`) ?? null;
    if (!job && batch.skips?.(reading.snapshot)) continue;
    const merge = mergeReading(job?.record ?? null, reading, {
      connection: batch.connection,
      vendor: batch.vendor,
      open: job?.open ?? null,
      endingAcceptedAt: job?.endingAcceptedAt ?? null,
      clock,
    });
    if (merge.change === "changed") writes.push({ known: job, snapshot: reading.snapshot, merge });
    applied[merge.change === "changed" ? "changed" : merge.change === "older" ? "older" : "unchanged"] += 1;
  }
  if (writes.length > 0) await write(tx, batch, writes);
  return applied;
}

async function write(tx: Connection, batch: ReadingBatch, writes: Write[]): Promise<void> {
  await archiveRuns(tx, writes);
  const seqs = await upsertJobs(tx, writes);
  const counts = new CountDeltas();
  for (const { known, merge } of writes) counts.move(known?.record ?? null, merge.record);
  await upsertBodies(tx, writes, seqs, batch.observedAt);
  await insertTransitions(tx, writes, seqs);
  await upsertHistory(tx, writes, seqs, batch.keepFrom ?? -Infinity);
  for (const { known, merge } of writes) {
    if (known?.open && merge.settlement) await settleFromReading(tx, known.open, merge.settlement, batch.observedAt);
  }
  await counts.write(tx);
  await bumpVersion(tx, batch.connection);
}

/** Cleaned, and one per job: within one answer the last row of a job wins. */
function readingsOf(batch: ReadingBatch, memory: LastReadings): Reading[] {
  const byJob = new Map<string, Reading>();
  for (const raw of batch.snapshots) {
    const snapshot = fitIndexes(cleanJson(raw));
    const key = keyOf(batch.connection, snapshot);
    const last = memory.get(key);
    // A reading from the future was dated before the clock was set back: it does not shut the newer ones out.
    const isAhead = last && last.startedAt > Math.max(batch.observedAt, Date.now()) + CLOCK_SLACK_MS;
    if (last && last.startedAt > batch.startedAt && !isAhead) continue;
    byJob.set(key, {
      snapshot,
      startedAt: batch.startedAt,
      observedAt: batch.observedAt,
      previousAt: last?.observedAt ?? null,
      source: batch.source,
      hash: createHash("sha256").update(JSON.stringify(snapshot)).digest("base64url").slice(0, 22),
    });
  }
  return [...byJob.values()];
}

/** An index takes 2,700 bytes: what people filter by is cut, so that a job stays in the list however long its owner's name. */
function fitIndexes(snapshot: JobSnapshot): JobSnapshot {
  const cut = { ...snapshot };
  for (const key of ["owner", "queue", "type"] as const) {
    const text = cut[key];
    if (text && text.length > LONGEST_INDEXED) cut[key] = cleanText(`${text.slice(0, LONGEST_INDEXED)}…`);
  }
  return cut;
}

function keyOf(connection: string, snapshot: JobSnapshot): string {
  return refKey({ connection, kind: snapshot.kind, id: snapshot.id });
}
