import type { JobSnapshot } from "@/lib/jobs/snapshot";
import { isFinal } from "@/lib/jobs/state";
import { documentFields } from "@/lib/vendors/huawei-dli/document";
import { errorText } from "@/lib/vendors/huawei-dli/error-text";
import { isoOfMs } from "@/lib/vendors/_shared/instants";
import { wholeMs } from "@/lib/vendors/huawei-dli/whole-ms";
import type { SparkBatch } from "@/lib/vendors/huawei-dli/spark-batch/contract";
import { actionsIn, toJobState } from "@/lib/vendors/huawei-dli/spark-batch/states";

export interface SparkBatchReading {
  batch: SparkBatch;
  /** The same as it came, for the details. */
  document: Record<string, unknown>;
  raw: Record<string, unknown>;
  consoleUrl: string | null;
}

/** A batch. When it began to run is not told; it ended when its record last changed. */
export function toSnapshot({ batch, document, raw, consoleUrl }: SparkBatchReading): JobSnapshot {
  const state = toJobState(batch.state);
  const final = isFinal(state);
  const queue = batch.queue ?? batch.cluster_name;
  return {
    kind: "spark-batch",
    id: batch.id,
    run: null,
    vendorState: batch.state,
    state,
    precision: "fine",
    // A cancelled batch dies like a failed one: only we know who asked (contract page 3.3).
    ...(state === "failed" ? { cancelledIfAsked: true } : {}),
    attention: null,
    actions: actionsIn(batch.state),
    name: batch.name || batch.id,
    ...(batch.owner === undefined ? {} : { owner: batch.owner || null }),
    ...(queue === undefined ? {} : { queue: queue || null }),
    ...(batch.kind === undefined ? {} : { type: batch.kind || null }),
    submittedAt: isoOfMs(batch.create_time),
    endedAt: final ? endOf(batch) : null,
    ...(final ? { durationMs: wholeMs(batch.duration) } : {}),
    error: state === "failed" ? errorText(batch.message) : null,
    details: { type: "huawei-dli/spark-batch", ...documentFields(document, { jsonTexts: ["req_body"] }) },
    raw,
    vendorUrl: consoleUrl,
  };
}

function endOf({ create_time: created, update_time: updated, duration }: SparkBatch): string | null {
  const changed = isoOfMs(updated);
  return changed ?? (typeof created === "number" && duration ? isoOfMs(created + duration) : null);
}
