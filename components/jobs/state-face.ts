import type { ActionOutcome, JobAction } from "@/lib/jobs/action";
import type { Attention, JobState } from "@/lib/jobs/state";

/** Our word for each state, as people read it. The hue is the class `state-{state}`. */
export const STATE_WORD: Record<JobState, string> = {
  draft: "Draft",
  queued: "Queued",
  starting: "Starting",
  running: "Running",
  suspended: "Suspended",
  stopping: "Stopping",
  succeeded: "Succeeded",
  warning: "Warning",
  failed: "Failed",
  cancelled: "Cancelled",
  unknown: "Unknown",
};

/** The order of the list's chips: what moves, what went wrong, what is done. */
export const STATE_ORDER: readonly JobState[] = [
  "running",
  "queued",
  "starting",
  "stopping",
  "suspended",
  "failed",
  "warning",
  "succeeded",
  "cancelled",
  "unknown",
  "draft",
];

export interface AttentionFace {
  word: string;
  /** What it means, and what to do. */
  advice: string;
}

/** What is true of each in every state that it can stand on; {@link attentionFace} says more. */
export const ATTENTION_FACE: Record<Attention, AttentionFace> = {
  stop_failed: {
    word: "Stop failed",
    advice: "The vendor could not stop it: it may still run, and cost. Ask again, or stop it in the vendor's console.",
  },
  stop_unconfirmed: {
    word: "Stop unconfirmed",
    advice:
      "A stop was asked for, and ten minutes later the job was still active. Look at it in the vendor's console; the stop can be asked again here.",
  },
  exception: {
    word: "Exception",
    advice: "The vendor reports an exception. Where it restarts by itself it may recover; else look at its log.",
  },
  arrears: {
    word: "Account in arrears",
    advice: "The account is in arrears, or was: the job runs again when the vendor has restored it.",
  },
};

const BY_STATE: Partial<Record<Attention, Partial<Record<JobState, AttentionFace>>>> = {
  exception: {
    failed: {
      word: "Stopped by an exception",
      advice: "It does not restart by itself. Its log says what went wrong; run it again when that is mended.",
    },
    suspended: {
      word: "Suspended by an exception",
      advice: "It restarts by itself and may recover; its log says what went wrong.",
    },
  },
  arrears: {
    suspended: {
      word: "Stopped: account in arrears",
      advice: "The vendor stopped it since the account is in arrears. It goes on when the account is settled.",
    },
    starting: {
      word: "In arrears, being restored",
      advice: "The account was in arrears, and the vendor is bringing the job back.",
    },
  },
};

/** What asks for attention, in the words that fit the state it stands on. */
export function attentionFace(attention: Attention, state: JobState): AttentionFace {
  return BY_STATE[attention]?.[state] ?? ATTENTION_FACE[attention];
}

export interface ActionFace {
  /** On the button. */
  label: string;
  /** On the button that sends it. */
  confirm: string;
  danger: boolean;
}

export const ACTION_FACE: Record<JobAction, ActionFace> = {
  cancel: { label: "Cancel", confirm: "Cancel job", danger: true },
  stop: { label: "Stop", confirm: "Stop job", danger: true },
  "stop-with-savepoint": {
    label: "Stop with savepoint",
    confirm: "Stop with savepoint",
    danger: true,
  },
  trigger: { label: "Run now", confirm: "Run now", danger: false },
  "trigger-sequence": { label: "Run sequence", confirm: "Run sequence", danger: false },
  delete: { label: "Delete data", confirm: "Delete data", danger: true },
};

export interface OutcomeFace {
  word: string;
  advice: string | null;
  tone: "info" | "good" | "caution" | "bad";
}

/** What is true of each outcome whatever was asked; what one action went through says more. */
export const OUTCOME_FACE: Record<ActionOutcome, OutcomeFace> = {
  asked: { word: "Asked", advice: "The vendor has not answered yet.", tone: "info" },
  accepted: { word: "Accepted", advice: "The vendor said yes. It has not yet taken effect.", tone: "info" },
  confirmed: { word: "Confirmed", advice: null, tone: "good" },
  overtaken: { word: "Overtaken", advice: "The job ended by itself before this took effect.", tone: "caution" },
  unconfirmed: {
    word: "Unconfirmed",
    advice: "Ten minutes later no reading had shown its effect. Look in the vendor's console, or ask again.",
    tone: "caution",
  },
  refused: { word: "Refused", advice: "Nothing was changed.", tone: "bad" },
  unknown: {
    word: "Unknown",
    advice: "The vendor did not say whether it did it: it may have been done. The next reading of the job decides.",
    tone: "caution",
  },
};
