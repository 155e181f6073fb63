import type { JobsTable } from "@/lib/vendors/dremio/listing-columns";
import type { VendorContext } from "@/lib/vendors/types";

/** Why a table is left alone for a while: asking in vain is one more failed job in the customer's history. */
export interface Refusal {
  code: "listing_forbidden" | "listing_unsupported";
  message: string;
}

const REFUSED_MS = 5 * 60_000;
/** Connections come and go by configuration; this is far beyond what one server watches. */
const MOST_REMEMBERED = 1_000;

const columnSets = new Map<string, number>();
const refusals = new Map<string, { refusal: Refusal; until: number }>();

/** Which of the table's column sets this server takes; 0 until it has refused one. */
export function columnSetOf(ctx: VendorContext, table: JobsTable): number {
  return columnSets.get(keyOf(ctx, table)) ?? 0;
}

export function rememberColumnSet(ctx: VendorContext, table: JobsTable, set: number): void {
  remember(columnSets, keyOf(ctx, table), set);
}

/** null: it may be asked. */
export function refusalOf(ctx: VendorContext, table: JobsTable): Refusal | null {
  const known = refusals.get(keyOf(ctx, table));
  return known && known.until > ctx.now() ? known.refusal : null;
}

export function rememberRefusal(ctx: VendorContext, table: JobsTable, refusal: Refusal): void {
  remember(refusals, keyOf(ctx, table), { refusal, until: ctx.now() + REFUSED_MS });
}

/** An operator's check asks anew. */
export function forgetRefusals(ctx: VendorContext): void {
  const prefix = connectionOf(ctx);
  for (const key of refusals.keys()) if (key.startsWith(prefix)) refusals.delete(key);
}

/** A connection that is pointed elsewhere is another server. */
function connectionOf({ connection, settings }: VendorContext): string {
  return `${connection}\n${settings.baseUrl}\n${String(settings.projectId ?? "")}\n`;
}

function keyOf(ctx: VendorContext, table: JobsTable): string {
  return connectionOf(ctx) + table;
}

function remember<T>(memory: Map<string, T>, key: string, value: T): void {
  memory.delete(key);
  memory.set(key, value);
  const [oldest] = memory.keys();
  if (memory.size > MOST_REMEMBERED && oldest !== undefined) memory.delete(oldest);
}
