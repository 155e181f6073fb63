import { z } from "zod";
import { VendorError } from "@/lib/vendors/errors";
import { FLINK_START, sweepFlinkJobs } from "@/lib/vendors/huawei-dli/flink/sweep";
import { BATCH_START, sweepBatches } from "@/lib/vendors/huawei-dli/spark-batch/sweep";
import { SQL_START, sweepSqlJobs } from "@/lib/vendors/huawei-dli/sql/sweep";
import type { KindPage } from "@/lib/vendors/huawei-dli/sweep-page";
import type { SnapshotPage, SweepQuery, VendorContext } from "@/lib/vendors/types";

const Sql = z.discriminatedUnion("at", [
  z.object({
    at: z.literal("window"),
    page: z.number(),
    seen: z.number(),
    end: z.number().nullable(),
    pages: z.number(),
  }),
  z.object({
    at: z.literal("older"),
    status: z.enum(["RUNNING", "LAUNCHING", "SCALING"]),
    page: z.number(),
    seen: z.number(),
    boundary: z.number(),
  }),
]);

/** A sweep goes through the kinds one after the other; its cursor is this, as JSON. */
const Cursor = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sql"), position: Sql }),
  z.object({ kind: z.literal("flink"), position: z.object({ offset: z.number() }) }),
  z.object({ kind: z.literal("spark-batch"), position: z.object({ from: z.number(), state: z.number().nullable() }) }),
]);
type Cursor = z.infer<typeof Cursor>;

const AFTER: Readonly<Record<Cursor["kind"], Cursor | null>> = {
  sql: { kind: "flink", position: FLINK_START },
  flink: { kind: "spark-batch", position: BATCH_START },
  "spark-batch": null,
};

/** Vendor pages in one of ours: 1,000 rows at once keep a long list within the pages that a collector reads. */
const PAGES_AT_ONCE = 10;

/**
 * Up to ten of the vendor's pages of one kind. A kind that the account may not list (each has a permission of its own) is
 * passed over with a notice; SQL jobs alone must be readable.
 */
export async function sweep(ctx: VendorContext, query: SweepQuery): Promise<SnapshotPage> {
  let cursor: Cursor = query.cursor === null ? START : Cursor.parse(JSON.parse(query.cursor));
  const { kind } = cursor;
  const pages: CursorPage[] = [];
  try {
    for (let next: Cursor | null = cursor; next !== null && pages.length < PAGES_AT_ONCE;) {
      cursor = next;
      const page: CursorPage = await readPage(ctx, query, cursor);
      pages.push(page);
      next = page.next;
    }
  } catch (error) {
    if (kind === "sql" || !(error instanceof VendorError) || error.reason !== "forbidden") throw error;
    const notice = { code: "kind_forbidden", message: `${LABELS[kind]} cannot be listed: ${error.message}` };
    pages.push({ items: [], skipped: [], next: null, notice });
  }
  return join(kind, pages);
}

const START: Cursor = { kind: "sql", position: SQL_START };

const LABELS = { flink: "Flink jobs", "spark-batch": "Spark batches" } as const;

/** A page with the cursor of what follows it. */
interface CursorPage extends Omit<KindPage<unknown>, "next"> {
  next: Cursor | null;
}

async function readPage(ctx: VendorContext, query: SweepQuery, cursor: Cursor): Promise<CursorPage> {
  switch (cursor.kind) {
    case "sql": {
      const page = await sweepSqlJobs(ctx, query, cursor.position);
      return { ...page, next: page.next && { kind: "sql", position: page.next } };
    }
    case "flink": {
      const page = await sweepFlinkJobs(ctx, query, cursor.position);
      return { ...page, next: page.next && { kind: "flink", position: page.next } };
    }
    case "spark-batch": {
      const page = await sweepBatches(ctx, query, cursor.position);
      return { ...page, next: page.next && { kind: "spark-batch", position: page.next } };
    }
  }
}

/** Of a job that is on two pages, because the list moved on in between, the later row counts. */
function join(kind: Cursor["kind"], pages: readonly CursorPage[]): SnapshotPage {
  const items = new Map(pages.flatMap((page) => page.items).map((item) => [item.id, item]));
  const last = pages.at(-1);
  const notice = pages.find((page) => page.notice !== undefined)?.notice;
  return {
    items: [...items.values()],
    skipped: pages.flatMap((page) => page.skipped),
    cursor: encode(last?.next ?? AFTER[kind]),
    ...(notice === undefined ? {} : { notice }),
  };
}

function encode(cursor: Cursor | null): string | null {
  return cursor === null ? null : JSON.stringify(cursor);
}
