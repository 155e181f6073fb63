import { ask, operationOf, type DliCall } from "@/lib/vendors/huawei-dli/ask";
import { FlinkExecuteGraph, FlinkJobDetail, FlinkJobList } from "@/lib/vendors/huawei-dli/flink/contract";
import { parseBody } from "@/lib/vendors/huawei-dli/parse";
import type { VendorContext } from "@/lib/vendors/types";

/** The most rows of a page; asked for nothing, the vendor gives 10 (contract page 2.8). */
export const FLINK_PAGE_SIZE = 100;

const LIST = {
  method: "GET",
  version: "v1.0",
  template: "/streaming/jobs",
  success: "optional",
} as const satisfies DliCall;
const DETAIL = { ...LIST, template: "/streaming/jobs/{job_id}" } as const;
const GRAPH = { ...LIST, template: "/streaming/jobs/{job_id}/execute-graph" } as const;

export const FLINK_OPERATIONS = {
  list: operationOf(LIST),
  detail: operationOf(DETAIL),
  graph: operationOf(GRAPH),
} as const;

/** `detail` rows carry the configuration, plain ones the user, the duration and the parent. */
export interface FlinkListQuery {
  offset: number;
  detail: boolean;
  name?: string;
}

export async function listFlinkJobs(
  ctx: VendorContext,
  query: FlinkListQuery,
): Promise<{ rows: unknown[]; total: number | null }> {
  const body = await ask(ctx, {
    ...LIST,
    query: { limit: FLINK_PAGE_SIZE, offset: query.offset, show_detail: query.detail, name: query.name },
  });
  const { job_list: list } = parseBody(FlinkJobList, body, FLINK_OPERATIONS.list);
  return { rows: list.jobs, total: list.total_count ?? null };
}

/** The whole answer with its `job_detail`. @throws VendorError `not-found` where there is no such job. */
export async function readFlinkDetail(ctx: VendorContext, id: string) {
  const body = await ask(ctx, { ...DETAIL, ids: { job_id: id } });
  return parseBody(FlinkJobDetail, body, FLINK_OPERATIONS.detail);
}

/** Flink's own live document. @throws VendorError where the job does not run. */
export async function readExecuteGraph(ctx: VendorContext, id: string) {
  const body = await ask(ctx, { ...GRAPH, ids: { job_id: id } });
  return parseBody(FlinkExecuteGraph, body, FLINK_OPERATIONS.graph);
}
