import type { Artifact, ArtifactType } from "./artifacts";
import { type Execution, fractionDone } from "./execution";

const prefixes: Record<ArtifactType, string> = {
  "import-job": "IMPORT",
  workbook: "WORKBOOK",
  "export-job": "EXPORT",
};

const bytesPerRecord = 48;

export interface Outcome {
  counters: Record<string, number>;
  successCount: number;
  failureCount: number;
}

/** What an execution has counted by `now`. The map is open: other artifacts than imports have other keys. */
export function outcomeOf(execution: Execution, artifact: Artifact, now: number): Outcome {
  const { pinned, plan } = execution;
  if (pinned?.counters) {
    return {
      counters: pinned.counters,
      successCount: pinned.successCount ?? 0,
      failureCount: pinned.failureCount ?? 0,
    };
  }
  const done = fractionDone(execution, now);
  const records = Math.floor(plan.records * done);
  const dropped = Math.floor(plan.dropped * done);
  const prefix = prefixes[artifact.type];
  const counters: Record<string, number> = {
    [`${prefix}_RECORDS`]: records,
    [`${prefix}_BYTES`]: records * bytesPerRecord,
    [`${prefix}_DROPPED_RECORDS`]: dropped,
    [`${prefix}_OUTPUT_BYTES`]: Math.floor(records * bytesPerRecord * 1.022),
  };
  if (artifact.type !== "export-job") {
    counters[`${prefix}_PREVIEW_RECORDS`] = Math.min(5_000, records);
    counters[`${prefix}_OUTPUT_PARTITIONS`] = 0;
  }
  if (artifact.type === "import-job") counters.IMPORT_DROPPED_SPLITS = 0;
  const failureCount = dropped + (execution.status === "ERROR" ? 1 : 0);
  return { counters, successCount: records - dropped, failureCount };
}
