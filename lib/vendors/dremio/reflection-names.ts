import { isRecord } from "@/lib/vendors/_shared/camel-keys";
import { readDataset, readReflection } from "@/lib/vendors/dremio/client";
import { projectOf } from "@/lib/vendors/dremio/paths";
import { VendorError } from "@/lib/vendors/errors";
import type { VendorContext } from "@/lib/vendors/types";

const KNOWN_MS = 10 * 60_000;
const UNKNOWN_MS = 60_000;
const MOST_CACHED = 5_000;

/** Names are a nicety: this many calls for one job at most, and none where the budget is low. */
const MOST_CALLS = 6;
const SPARED_CALLS = 20;

interface Name {
  /** What the reflection, or dataset, is called; null: dropped, or not for this user. */
  found: Record<string, string> | null;
  until: number;
}

const cache = new Map<string, Name>();

/**
 * What the ids in a job's `acceleration` are called, in its order: `reflectionName`, `reflectionType`, `datasetPath`
 * (vendor document 2.7). A name that cannot be had is left out, and never an error.
 */
export async function reflectionNames(ctx: VendorContext, acceleration: unknown): Promise<Record<string, unknown>[]> {
  if (!isRecord(acceleration) || !Array.isArray(acceleration.reflectionRelationships)) return [];
  const relationships: unknown[] = acceleration.reflectionRelationships;
  const budget = { calls: MOST_CALLS };
  const named: Record<string, unknown>[] = [];
  for (const relationship of relationships) {
    if (isRecord(relationship)) named.push(await nameOne(ctx, relationship, budget));
  }
  return named;
}

async function nameOne(
  ctx: VendorContext,
  { reflectionId, datasetId }: Record<string, unknown>,
  budget: { calls: number },
): Promise<Record<string, unknown>> {
  const reflection = await resolve(ctx, "reflection", reflectionId, budget, async (id) => {
    const body = await readReflection(ctx, id);
    return body && { reflectionName: body.name, reflectionType: body.type };
  });
  const dataset = await resolve(ctx, "dataset", datasetId, budget, async (id) => {
    const body = await readDataset(ctx, id);
    return body && { datasetPath: body.path.join(".") };
  });
  return { reflectionId, datasetId, ...reflection, ...dataset };
}

async function resolve(
  ctx: VendorContext,
  what: "reflection" | "dataset",
  id: unknown,
  budget: { calls: number },
  read: (id: string) => Promise<Record<string, string | undefined> | null>,
): Promise<Record<string, string> | null> {
  if (typeof id !== "string" || id === "") return null;
  const key = [ctx.connection, ctx.settings.baseUrl, projectOf(ctx.settings) ?? "", what, id].join("\n");
  const cached = cache.get(key);
  if (cached && cached.until > ctx.now()) return cached.found;
  if (budget.calls <= 0 || ctx.callsLeft() <= SPARED_CALLS) return null;
  budget.calls -= 1;
  try {
    const body = await read(id);
    const found = body && compact(body);
    remember(key, { found, until: ctx.now() + (found ? KNOWN_MS : UNKNOWN_MS) });
    return found;
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    // Whatever is wrong, the next names would meet it too.
    budget.calls = 0;
    return null;
  }
}

function compact(body: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

function remember(key: string, name: Name): void {
  cache.delete(key);
  cache.set(key, name);
  const [oldest] = cache.keys();
  if (cache.size > MOST_CACHED && oldest !== undefined) cache.delete(oldest);
}
