import type { JobSnapshot } from "@/lib/jobs/snapshot";
import { readSqlProgress, SQL_OPERATIONS } from "@/lib/vendors/huawei-dli/sql/client";
import { toProgress, toSubjobs } from "@/lib/vendors/huawei-dli/sql/subjob-mapper";
import type { VendorContext } from "@/lib/vendors/types";

/**
 * Progress and subjobs; null where the vendor cannot tell now. `startedAt` (ISO 8601), where it is known, checks the
 * zone of the subjobs' dates: the progress document has no instant of its own.
 */
export async function readProgress(
  ctx: VendorContext,
  id: string,
  startedAt: string | null,
): Promise<Pick<JobSnapshot, "progress" | "subjobs" | "raw"> | null> {
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
    raw: { [SQL_OPERATIONS.progress]: answer.body },
  };
}
