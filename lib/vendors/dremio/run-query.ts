import { pause } from "@/lib/vendors/_shared/pause";
import { cancelJob, readJob, submitSql } from "@/lib/vendors/dremio/client";
import { projectOf } from "@/lib/vendors/dremio/paths";
import { toJobState } from "@/lib/vendors/dremio/states";
import { VendorError } from "@/lib/vendors/errors";
import type { VendorContext } from "@/lib/vendors/types";

/** How a query of ours ended; the words are Dremio's. */
export type QueryEnd = { outcome: "completed"; id: string } | { outcome: "failed" | "cancelled"; words: string };

/** A submission, some looks at it and one page of results must fit, or nothing is begun. */
const LEAST_CALLS = 4;

/** Growing waits between looks: every look at a job counts on Cloud, where 100 a minute are all there are (5.2). */
const SOFTWARE_WAITS_MS = [60, 120, 250, 500, 1_000, 2_000, 4_000, 8_000];
const CLOUD_WAITS_MS = [700, 1_400, 2_800, 5_600, 8_000];

/**
 * Submits a query and follows it to its end. @throws VendorError `rate-limited` where the budget has no room for it,
 * `timeout` where it does not end (it is then cancelled, as well as may be).
 */
export async function runQuery(ctx: VendorContext, sql: string, operation: string): Promise<QueryEnd> {
  if (ctx.callsLeft() < LEAST_CALLS) {
    throw failure(
      operation,
      "rate-limited",
      "This minute's budget of calls is spent: the list waits for the next one.",
    );
  }
  const id = await submitSql(ctx, sql);
  for (const wait of projectOf(ctx.settings) === null ? SOFTWARE_WAITS_MS : CLOUD_WAITS_MS) {
    await pause(wait, ctx.signal);
    const answer = await readJob(ctx, id);
    if (answer === null) throw failure(operation, "unavailable", "Dremio lost the query that lists its jobs.");
    const { jobState, errorMessage, cancellationReason } = answer.job;
    const state = toJobState(jobState);
    if (state === "succeeded") return { outcome: "completed", id };
    if (state === "failed") return { outcome: "failed", words: errorMessage ?? "" };
    if (state === "cancelled") return { outcome: "cancelled", words: cancellationReason ?? "" };
  }
  await cancelJob(ctx, id, false).catch(() => undefined);
  throw failure(operation, "timeout", "The query that lists Dremio's jobs did not end in time.");
}

/** An error about the listing as a whole. */
export function failure(operation: string, reason: VendorError["reason"], message: string): VendorError {
  return new VendorError({ vendor: "dremio", operation, reason, message });
}
