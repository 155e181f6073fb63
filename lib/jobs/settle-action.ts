import { isEnding, type ActionOutcome } from "@/lib/jobs/action";
import type { ActionRecord } from "@/lib/jobs/record";
import type { JobSnapshot } from "@/lib/jobs/snapshot";
import { isFinal, type JobState } from "@/lib/jobs/state";

/** How long an accepted action may take to show before it counts as unconfirmed. */
export const CONFIRM_WITHIN_MS = 10 * 60_000;

/** What a reading shows of a job, as far as an action is concerned. */
export interface ActionEvidence {
  run: string | null;
  state: JobState;
  stopFailed: boolean;
  error: string | null;
  dataIds: string[] | undefined;
}

export function evidenceOf(snapshot: JobSnapshot, state: JobState): ActionEvidence {
  return {
    run: snapshot.run,
    state,
    stopFailed: snapshot.attention === "stop_failed",
    error: snapshot.error ?? null,
    dataIds: snapshot.dataIds,
  };
}

export interface Settlement {
  outcome: ActionOutcome;
  vendorMessage: string | null;
}

/**
 * What a reading that was asked for at `readAt` says about an open action; null where it decides nothing. A reading from
 * before the action was asked says nothing about it.
 */
export function settleAction(action: ActionRecord, evidence: ActionEvidence, readAt: number): Settlement | null {
  if (readAt < (action.acceptedAt ?? action.askedAt) || action.outcome === "asked") return null;
  if (isEnding(action.action)) return settleEnding(action, evidence);
  if (action.action === "delete") {
    const gone = evidence.dataIds !== undefined && action.dataId !== null && !evidence.dataIds.includes(action.dataId);
    return gone ? { outcome: "confirmed", vendorMessage: null } : null;
  }
  return evidence.run !== null && evidence.run !== action.run ? { outcome: "confirmed", vendorMessage: null } : null;
}

function settleEnding(action: ActionRecord, evidence: ActionEvidence): Settlement | null {
  if (evidence.run !== action.run) return { outcome: "overtaken", vendorMessage: null };
  if (evidence.stopFailed) return { outcome: "refused", vendorMessage: evidence.error };
  if (isFinal(evidence.state)) {
    return { outcome: evidence.state === "cancelled" ? "confirmed" : "overtaken", vendorMessage: null };
  }
  // Nobody knew whether the vendor heard us; its own word that it is stopping says so.
  if (action.outcome === "unknown" && evidence.state === "stopping")
    return { outcome: "accepted", vendorMessage: null };
  return null;
}

/** Our state beside the vendor's word: `stopping` while an accepted stop has not taken effect. */
export function shownState(readingState: JobState, open: ActionRecord | null): JobState {
  const stops = open !== null && open.outcome === "accepted" && isEnding(open.action);
  return stops && !isFinal(readingState) && readingState !== "draft" ? "stopping" : readingState;
}
