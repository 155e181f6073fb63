import { COLUMN_SETS, type JobsTable } from "@/lib/vendors/dremio/listing-columns";
import { listingFailureOf } from "@/lib/vendors/dremio/listing-failure";
import {
  columnSetOf,
  refusalOf,
  rememberColumnSet,
  rememberRefusal,
  type Refusal,
} from "@/lib/vendors/dremio/listing-memory";
import { failure, runQuery, type QueryEnd } from "@/lib/vendors/dremio/run-query";
import { VendorError } from "@/lib/vendors/errors";
import type { VendorContext } from "@/lib/vendors/types";

/** A listing whose results can be paged, or why this user gets none. */
export type Listing = { id: string } | { refusal: Refusal };

/**
 * Runs the listing query over a table, with the most columns that this server takes: a server that lacks one is asked
 * for the next smaller documented set, which is remembered. @throws VendorError where it cannot be told.
 */
export async function openListing(
  ctx: VendorContext,
  table: JobsTable,
  sqlOf: (columns: readonly string[]) => string,
): Promise<Listing> {
  const known = refusalOf(ctx, table);
  if (known) return { refusal: known };
  const operation = `SELECT FROM ${table}`;
  const sets = COLUMN_SETS[table];
  for (let set = columnSetOf(ctx, table); set < sets.length; set++) {
    const end = await submit(ctx, sqlOf(sets[set] ?? []), operation);
    if (end.outcome === "completed") {
      rememberColumnSet(ctx, table, set);
      return { id: end.id };
    }
    // A queue time-out or a memory guard: Dremio is busy, which says nothing of our rights.
    if (end.outcome === "cancelled")
      throw failure(operation, "unavailable", end.words || "Dremio cancelled the query.");
    const why = listingFailureOf(end.words);
    if (why === "column") continue;
    if (why === "other")
      throw failure(operation, "rejected", end.words || "The query that lists Dremio's jobs failed.");
    return refuse(ctx, table, why, end.words);
  }
  return refuse(ctx, table, "table", `${table} has none of the columns that its documents name.`);
}

/** A user who may not submit SQL at all is told so by the call itself. */
async function submit(ctx: VendorContext, sql: string, operation: string): Promise<QueryEnd> {
  try {
    return await runQuery(ctx, sql, operation);
  } catch (error) {
    if (!(error instanceof VendorError) || error.reason !== "forbidden") throw error;
    return { outcome: "failed", words: `Permission denied: ${error.message}` };
  }
}

function refuse(ctx: VendorContext, table: JobsTable, why: "table" | "permission", words: string): Listing {
  const refusal: Refusal =
    why === "permission"
      ? {
          code: "listing_forbidden",
          message: `This user may not list jobs (${table}), only follow named ones: ${words}`,
        }
      : { code: "listing_unsupported", message: `This Dremio does not list jobs by ${table}: ${words}` };
  rememberRefusal(ctx, table, refusal);
  return { refusal };
}
