import { camelRecord, isRecord } from "@/lib/vendors/_shared/camel-keys";
import { readSqlProgress, SQL_OPERATIONS } from "@/lib/vendors/huawei-dli/sql/client";
import { toProgress, toSubjobs } from "@/lib/vendors/huawei-dli/sql/subjob-mapper";
import type { ProgressReading, VendorContext } from "@/lib/vendors/types";

/**
 * Progress and subjobs. `startedAt` (ISO 8601), where it is known, checks the
 * zone of the subjobs' dates: the progress document has no instant of its own.
 * @throws VendorError with the vendor's words where it cannot tell now
 */
export async function readProgress(ctx: VendorContext, id: string, startedAt: string | null): Promise<ProgressReading> {
  const answer = await readSqlProgress(ctx, id);
  const { subjobTimeZone: zone } = ctx.settings;
  const check = {
    zone: typeof zone === "string" && zone !== "" ? zone : null,
    startedAt: startedAt === null ? null : Date.parse(startedAt),
    now: ctx.now(),
  };
  return {
    progress: toProgress(answer.progress),
    subjobs: toSubjobs(answer.progress, check),
    details: { keys: [...OWN_FIELDS, SHARED_FIELDS], values: fieldsOf(answer.body) },
    raw: { [SQL_OPERATIONS.progress]: answer.body },
  };
}

/** The fields that no other document has; those that it shares with the status stay the status's. */
const OWN_FIELDS = ["progress", "subJobId", "subJobs"];
/** Where the shared ones are kept as this document says them: it may lag behind the status by one poll. */
const SHARED_FIELDS = "progressDocument";

function fieldsOf(body: unknown): Record<string, unknown> {
  const fields = Object.entries(camelRecord(isRecord(body) ? body : {}, { freeMaps: ["killed_tasks_summary"] }));
  const shared = fields.filter(([key]) => !OWN_FIELDS.includes(key));
  return {
    ...Object.fromEntries(fields.filter(([key]) => OWN_FIELDS.includes(key))),
    ...(shared.length > 0 ? { [SHARED_FIELDS]: Object.fromEntries(shared) } : {}),
  };
}
