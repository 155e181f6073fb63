import { actionProblem, alreadyAsked } from "@/components/jobs/action-news";
import { BULK_PART, type BulkPlan } from "@/components/jobs/bulk-plan";
import type { BulkAnswer } from "@/lib/contract/action";
import type { JobAction } from "@/lib/jobs/action";
import { type JobRef, refKey } from "@/lib/jobs/ref";
import { ApiProblem, toApiProblem } from "@/lib/query/api-problem";

/** What came of one job. */
export interface BulkResult {
  tone: "good" | "caution" | "danger";
  words: string;
  /** No answer came for it. */
  silent?: boolean;
}
/** By `refKey`. */
export type BulkResults = ReadonlyMap<string, BulkResult>;

/** Why the asking ended; what has no result by then was not sent. */
export type BulkEnd = "all" | "stopped" | "signed_out" | "no_answer";

export interface BulkRun {
  asked: BulkPlan["asked"];
  /** @throws ApiProblem */
  send: (part: { ref: JobRef; action: JobAction }[]) => Promise<BulkAnswer>;
  /** Between two requests: the vendors are asked politely. */
  pause: () => Promise<void>;
  isStopped: () => boolean;
  onResults: (results: BulkResults) => void;
}

const SILENT: BulkResult = {
  tone: "caution",
  words: "No answer for this one: whether it was done is not known",
  silent: true,
};

function failed(error: unknown): BulkResult {
  const { words, mayBeDone } = actionProblem(error);
  return { tone: mayBeDone ? "caution" : "danger", words };
}

function resultOf({ answer, problem }: BulkAnswer["items"][number]): BulkResult {
  const already = answer && alreadyAsked(answer);
  if (already) return { tone: "caution", words: already };
  if (answer) return { tone: "good", words: "Accepted by the vendor, not yet in effect" };
  if (!problem) return SILENT;
  const { code, status, detail = null, state = null } = problem;
  return failed(new ApiProblem({ code, status, detail, state }));
}

/** Asks part by part. It goes no further without a session or an answer: what follows would fare the same, unseen. */
export async function runBulk({ asked, send, pause, isStopped, onResults }: BulkRun): Promise<BulkEnd> {
  for (let at = 0; at < asked.length; at += BULK_PART) {
    if (at > 0 && !isStopped()) await pause();
    if (isStopped()) return "stopped";
    const part = asked.slice(at, at + BULK_PART).map(({ job: { connection, kind, id }, action }) => ({
      ref: { connection, kind, id },
      action,
    }));
    const all = (result: BulkResult) => new Map(part.map(({ ref }) => [refKey(ref), result]));
    try {
      const { items } = await send(part);
      onResults(new Map([...all(SILENT), ...items.map((item) => [refKey(item), resultOf(item)] as const)]));
    } catch (error) {
      const { code } = toApiProblem(error);
      if (code === "unauthenticated") return "signed_out";
      const silent = code === "no_answer" || code === "unexpected_answer";
      onResults(all({ ...failed(error), silent }));
      if (silent) return "no_answer";
    }
  }
  return "all";
}
