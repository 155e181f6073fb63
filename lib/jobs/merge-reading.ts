import { isEnding } from "@/lib/jobs/action";
import type { ActionRecord, JobRecord } from "@/lib/jobs/record";
import { evidenceOf, settleAction, shownState, type Settlement } from "@/lib/jobs/settle-action";
import type { JobSnapshot } from "@/lib/jobs/snapshot";
import { isFinal, type Attention, type JobState } from "@/lib/jobs/state";
import type { Transition } from "@/lib/jobs/transition";

/** One reading of one job, with when it was asked for and when its answer came (epoch ms). */
export interface Reading {
  snapshot: JobSnapshot;
  startedAt: number;
  observedAt: number;
  /** When the job was last read before; null where it never was, or nobody remembers. */
  previousAt: number | null;
  /** Which question it answers, and the hash of the answer. */
  source: string;
  hash: string;
}

export type Merge =
  | { change: "older" | "none" }
  | {
      change: "changed";
      record: JobRecord;
      transition: Transition | null;
      /** The stored run has ended its life as the newest: it goes to the history. */
      archivesRun: boolean;
      /** A final state turned active within one run: another attempt. */
      reopened: boolean;
      settlement: Settlement | null;
    };

/** What a job's identity adds to a reading of it. */
export interface MergeContext {
  connection: string;
  vendor: string;
  /** The open action on the job, if any. */
  open: ActionRecord | null;
  /** When our last cancel or stop was accepted in this run; null where none was. */
  endingAcceptedAt: number | null;
  /** Now (epoch ms), where it is known: what claims to be later was dated before the clock was set back. */
  clock?: number;
}

/** How far ahead of the clock a moment may lie and still be believed. */
export const CLOCK_SLACK_MS = 2_000;

/** Adds a reading to what is known of a job. Pure: the same inputs give the same record. */
export function mergeReading(stored: JobRecord | null, reading: Reading, context: MergeContext): Merge {
  const snapshot = { ...reading.snapshot, run: runOf(stored, reading.snapshot) };
  const clock = context.clock ?? Infinity;
  const isAhead = stored !== null && stored.readingAt > clock + CLOCK_SLACK_MS;
  if (stored && reading.startedAt < stored.readingAt && !isAhead) return { change: "older" };
  if (stored && isEarlierRun(snapshot.run, stored.run)) return { change: "older" };

  const newRun = stored !== null && stored.run !== snapshot.run;
  const before = newRun ? null : stored;
  const word = finerWord(before, snapshot, context);
  const reopened = before !== null && isFinal(before.readingState) && !isFinal(word.state);
  const attempt = attemptOf(before, snapshot, reopened);
  const moved = before === null || before.vendorState !== word.vendorState || attempt !== before.attempt;

  const unchanged = stored?.hashes[hashKey(reading)] === reading.hash && !moved && stored.goneAt === null;
  const settlement = context.open
    ? settleAction(context.open, evidenceOf(snapshot, word.state), reading.startedAt)
    : null;
  if (unchanged && !settlement && stored.readProblem === null) return { change: "none" };

  const open = settlement && context.open ? settled(context.open, settlement) : context.open;
  const endedAt = instantOr(snapshot.endedAt, reopened ? null : (before?.endedAt ?? null));
  const transition = moved ? transitionTo(word, attempt, before, { ...reading, snapshot }, endedAt) : null;
  const submittedAt = before?.submittedAt ?? toMs(snapshot.submittedAt);
  // The vendor may stamp the start again when execution begins: within an attempt the first value stays.
  const startedAt = (reopened ? null : before?.startedAt) ?? toMs(snapshot.startedAt);
  const final = isFinal(word.state);
  const name = snapshot.name ?? stored?.name ?? snapshot.nameIfUnknown ?? snapshot.id;
  const error = snapshot.error === undefined ? (reopened ? null : (before?.error ?? null)) : snapshot.error;
  const text = snapshot.text === undefined ? searchText(stored) : (snapshot.text ?? "");
  const firstSeenAt = stored?.firstSeenAt ?? reading.observedAt;
  const unconfirmed = !final && !reopened && (before?.unconfirmed ?? false);

  const record: JobRecord = {
    connection: context.connection,
    vendor: context.vendor,
    kind: snapshot.kind,
    id: snapshot.id,
    run: snapshot.run,
    attempt,
    name,
    state: shownState(word.state, open),
    readingState: word.state,
    vendorState: word.vendorState,
    attention: attentionOf(snapshot.attention, unconfirmed),
    owner: keep(snapshot.owner, stored?.owner),
    queue: keep(snapshot.queue, before?.queue),
    type: keep(snapshot.type, stored?.type),
    internal: snapshot.internal ?? stored?.internal ?? false,
    submittedAt,
    startedAt,
    endedAt: final ? endedAt : null,
    sortAt: submittedAt ?? startedAt ?? before?.sortAt ?? (newRun ? reading.observedAt : firstSeenAt),
    durationMs: final ? durationOf(snapshot, startedAt ?? submittedAt, endedAt, before) : null,
    progress: final ? finalProgress(snapshot) : keep(snapshot.progress, reopened ? null : before?.progress),
    rowCount: keep(snapshot.rowCount, reopened ? null : before?.rowCount),
    error,
    allowed: snapshot.actions,
    vendorUrl: keep(snapshot.vendorUrl, stored?.vendorUrl),
    search: [name, snapshot.id, text, error ?? ""].join("\u001f"),
    firstSeenAt,
    observedAt: reading.observedAt,
    readingAt: reading.startedAt,
    goneAt: null,
    readProblem: null,
    unconfirmed,
    // What was answered before a job ended says nothing of its end: whoever opens it has it asked by id once more.
    hashes: hashesWith(reading, newRun || (moved && final) ? {} : stored?.hashes),
  };
  return { change: "changed", record, transition, archivesRun: newRun && stored.run !== null, reopened, settlement };
}

/** A row may lack its run: then it is of the one that is known to go on. A draft says that there is none. */
function runOf(stored: JobRecord | null, { run, state }: JobSnapshot): string | null {
  return run === null && state !== "draft" && stored && !isFinal(stored.readingState) ? stored.run : run;
}

/** A partial answer is known again when it comes again, but does not count as an answer to its question. */
function hashKey({ source, snapshot }: Reading): string {
  return snapshot.partial ? `partial ${source}` : source;
}

/** Of one question, whole or partial, the last answer alone. */
function hashesWith(reading: Reading, known: JobRecord["hashes"] = {}): JobRecord["hashes"] {
  const { [reading.source]: _whole, [`partial ${reading.source}`]: _partial, ...others } = known;
  return { ...others, [hashKey(reading)]: reading.hash };
}

/** Runs are numbered by their start or by one counter: an answer about an earlier one is no news of the newest. */
function isEarlierRun(said: string | null, known: string | null): boolean {
  if (said === null || known === null || !/^\d+$/.test(said) || !/^\d+$/.test(known)) return false;
  return BigInt(said) < BigInt(known);
}

interface Word {
  state: JobState;
  vendorState: string;
}

function finerWord(before: JobRecord | null, snapshot: JobSnapshot, context: MergeContext): Word {
  if (before && snapshot.precision === "coarse" && snapshot.covers?.includes(before.vendorState)) {
    return { state: before.readingState, vendorState: before.vendorState };
  }
  const ourCancel = snapshot.cancelledIfAsked === true && endingWasAccepted(context);
  return {
    state: ourCancel && snapshot.state === "failed" ? "cancelled" : snapshot.state,
    vendorState: snapshot.vendorState,
  };
}

function endingWasAccepted({ open, endingAcceptedAt }: MergeContext): boolean {
  return endingAcceptedAt !== null || (open !== null && open.acceptedAt !== null && isEnding(open.action));
}

function attemptOf(before: JobRecord | null, snapshot: JobSnapshot, reopened: boolean): number {
  const known = before?.attempt ?? 1;
  return Math.max(snapshot.attempt ?? 1, reopened ? known + 1 : known);
}

function transitionTo(
  word: Word,
  attempt: number,
  before: JobRecord | null,
  reading: Reading,
  endedAt: number | null,
): Transition {
  const base = {
    run: reading.snapshot.run,
    attempt,
    fromVendorState: before?.vendorState ?? null,
    vendorState: word.vendorState,
    state: word.state,
  };
  if (isFinal(word.state) && endedAt !== null) return { ...base, at: endedAt, earliest: null, certainty: "vendor" };
  const { snapshot } = reading;
  const since = before
    ? Math.max(reading.previousAt ?? before.observedAt, before.observedAt)
    : (toMs(snapshot.submittedAt) ?? toMs(snapshot.startedAt));
  const earliest = since === null ? null : Math.min(since, reading.observedAt);
  return { ...base, at: reading.observedAt, earliest, certainty: "observed" };
}

/** The vendor's attention, unless ours is more urgent. */
export function attentionOf(vendor: Attention | null, unconfirmed: boolean): Attention | null {
  if (!unconfirmed || vendor === "stop_failed") return vendor;
  return "stop_unconfirmed";
}

function settled(open: ActionRecord, settlement: Settlement): ActionRecord | null {
  return settlement.outcome === "accepted" ? { ...open, outcome: "accepted" } : null;
}

function finalProgress(snapshot: JobSnapshot): JobRecord["progress"] {
  return snapshot.progress?.of === "job" ? snapshot.progress : null;
}

function durationOf(
  snapshot: JobSnapshot,
  startedAt: number | null,
  endedAt: number | null,
  before: JobRecord | null,
): number | null {
  if (snapshot.durationMs !== undefined && snapshot.durationMs !== null) return snapshot.durationMs;
  if (startedAt !== null && endedAt !== null && endedAt >= startedAt) return endedAt - startedAt;
  return before?.durationMs ?? null;
}

function keep<T>(said: T | null | undefined, known: T | null | undefined): T | null {
  return said === undefined ? (known ?? null) : said;
}

function instantOr(said: string | null | undefined, known: number | null): number | null {
  return said === undefined ? known : toMs(said);
}

function toMs(instant: string | null | undefined): number | null {
  if (!instant) return null;
  const ms = Date.parse(instant);
  return Number.isNaN(ms) ? null : ms;
}

/** The third part of the stored search text: what the vendor gave beside name and error. */
function searchText(stored: JobRecord | null): string {
  return stored?.search.split("\u001f")[2] ?? "";
}
