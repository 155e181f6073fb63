import type { JobSnapshot } from "@/lib/jobs/snapshot";
import { isActive } from "@/lib/jobs/state";
import { isNo, VendorError } from "@/lib/vendors/errors";
import { isNotFound } from "@/lib/vendors/huawei-dli/ask";
import { consoleUrl } from "@/lib/vendors/huawei-dli/console-url";
import { asObject, parseBody } from "@/lib/vendors/huawei-dli/parse";
import { listSqlJobs, readSqlDetail, readSqlStatus, SQL_OPERATIONS } from "@/lib/vendors/huawei-dli/sql/client";
import { SqlJob } from "@/lib/vendors/huawei-dli/sql/contract";
import { toSnapshot } from "@/lib/vendors/huawei-dli/sql/mapper";
import { toJobState } from "@/lib/vendors/huawei-dli/sql/states";
import type { VendorContext } from "@/lib/vendors/types";

/**
 * A job by id. Running: its status alone, since sweeps bring its row. Over: the row's own fields too (end, CPU, output),
 * and for imports and exports what they were asked to do. null: the vendor says that there is no such job.
 */
export async function readSqlJob(ctx: VendorContext, id: string): Promise<JobSnapshot | null> {
  const status = await readStatus(ctx, id);
  if (status === null) return null;
  const job = parseBody(SqlJob, status, SQL_OPERATIONS.status);
  const raw: Record<string, unknown> = { [SQL_OPERATIONS.status]: status };
  const gaps: Gaps = {};
  let document = asObject(status);
  if (!isActive(toJobState(job.status))) {
    const [row, detail] = await Promise.all([
      optional(gaps, () => readRow(ctx, id)),
      optional(gaps, () => readDetail(ctx, id, job.job_type)),
    ]);
    if (detail !== null) raw[SQL_OPERATIONS.detail] = detail;
    if (row !== null) raw[SQL_OPERATIONS.list] = row;
    // What the status document says, it decides; the others fill in what it does not speak of.
    document = { ...detail, ...row, ...document, ...(document.message ? {} : reasonIn(row)) };
  }
  const snapshot = toSnapshot({
    job: parseBody(SqlJob, document, SQL_OPERATIONS.status),
    document,
    raw,
    consoleUrl: consoleUrl(ctx.settings),
  });
  return { ...snapshot, ...gaps };
}

async function readStatus(ctx: VendorContext, id: string): Promise<unknown> {
  try {
    return await readSqlStatus(ctx, id);
  } catch (error) {
    if (isNotFound(error)) return null;
    // "Parameter check": perhaps the id is not known, perhaps something else is wrong; the list can tell.
    if (!(error instanceof VendorError) || error.vendorCode !== "DLI.0001") throw error;
    const { rows } = await listSqlJobs(ctx, { page: 1, pageSize: 1, jobId: id });
    if (rows.some((row) => asObject(row).job_id === id)) throw error;
    return null;
  }
}

/** `partial` once something could not be had, other than by the vendor's own no. */
type Gaps = Pick<JobSnapshot, "partial">;

/** What only adds to the status document; null where it cannot be had: that document stands on its own. */
async function optional<T>(gaps: Gaps, load: () => Promise<T | null>): Promise<T | null> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    if (!isNo(error)) gaps.partial = true;
    return null;
  }
}

/** The list's row; null where it has none. */
async function readRow(ctx: VendorContext, id: string): Promise<Record<string, unknown> | null> {
  const { rows } = await listSqlJobs(ctx, { page: 1, pageSize: 1, jobId: id });
  return rows.map(asObject).find((row) => row.job_id === id) ?? null;
}

/** The row's message, where it has one: the reason of a failure is in either document. */
function reasonIn(row: Record<string, unknown> | null): Record<string, unknown> {
  return row?.message ? { message: row.message } : {};
}

async function readDetail(
  ctx: VendorContext,
  id: string,
  type: string | null | undefined,
): Promise<Record<string, unknown> | null> {
  if (type !== "IMPORT" && type !== "EXPORT") return null;
  return asObject(await readSqlDetail(ctx, id));
}
