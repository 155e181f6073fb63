import { camelRecord, isRecord } from "@/lib/vendors/_shared/camel-keys";
import { readSqlProgress, SQL_OPERATIONS } from "@/lib/vendors/huawei-dli/sql/client";
import { toProgress, toSubjobs } from "@/lib/vendors/huawei-dli/sql/subjob-mapper";
import type { ProgressReading, VendorContext } from "@/lib/vendors/types";

/**
 * Progress and subjobs; null where the vendor cannot tell now. `startedAt` (ISO 8601), where it is known, checks the
 * zone of the subjobs' dates: the progress document has no instant of its own.
 */
export async function readProgress(
  ctx: VendorContext,
  id: string,
  startedAt: string | null,
): Promise<ProgressReading | null> {
  const answer = await readSqlProgress(ctx, id);
  if (answer === null) return null;
  const { subjobTimeZone: zone } = ctx.settings;
  const check = {
    zone: typeof zone === "string" && zone !== "" ? zone : null,
    startedAt: startedAt === null ? null : Date.parse(startedAt),
    now: ctx.now(),
  };
  return {
    progress: toProgress(answer.progress),
    subjobs: toSubjobs(answer.progress, check),
    details: { keys: OWN_FIELDS, values: ownFields(answer.body) },
    raw: { [SQL_OPERATIONS.progress]: answer.body },
  };
}

/** The progress document's own fields, as they are now; those that it shares with the status stay the status's. */
const OWN_FIELDS = ["progress", "subJobId", "subJobs"];

function ownFields(body: unknown): Record<string, unknown> {
  const fields = camelRecord(isRecord(body) ? body : {}, { freeMaps: ["killed_tasks_summary"] });
  return Object.fromEntries(Object.entries(fields).filter(([key]) => OWN_FIELDS.includes(key)));
}
