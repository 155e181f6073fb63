import type * as z from "zod/mini";
import { ApiProblem } from "@/lib/query/api-problem";
import { EtagMemory } from "@/lib/query/etag-memory";
import { freshness } from "@/lib/query/freshness";
import { readProblem } from "@/lib/query/read-problem";
import { session } from "@/lib/query/session";

export type QueryParams = Record<string, string | number | readonly string[] | null | undefined>;

const memory = new EtagMemory();

/** A path with its query; arrays repeat the key, null and undefined are left out. */
export function withParams(path: string, query: QueryParams = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== null && item !== undefined) search.append(key, String(item));
    }
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

async function ask(
  path: string,
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal | undefined,
): Promise<Response> {
  try {
    return await fetch(url, { headers, cache: "no-store", credentials: "same-origin", signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    freshness.noteFailure(path, true);
    throw new ApiProblem({ code: "no_answer", status: 0 });
  }
}

const asOfOf = (data: unknown): string | null => {
  const asOf = typeof data === "object" && data !== null && "asOf" in data ? data.asOf : null;
  return typeof asOf === "string" ? asOf : null;
};

/** A schema, or where to fetch it from: the first page needs none before its first answer. */
export type SchemaSource<Schema> = Schema | (() => Promise<Schema>);

/**
 * Asks our API and reads the answer with the contract's schema. Where the server says "the same" (304), the last answer is
 * given again, itself, with a new `asOf` where it carries one.
 * @throws ApiProblem
 */
export async function getJson<Schema extends z.ZodMiniType>(
  path: string,
  source: SchemaSource<Schema>,
  { query, signal }: { query?: QueryParams; signal?: AbortSignal } = {},
): Promise<z.infer<Schema>> {
  if (session.get() === "out") throw new ApiProblem({ code: "unauthenticated", status: 401 });
  const url = withParams(path, query);
  const known = memory.get(url);
  const startedAt = Date.now();
  // Fetched beside the answer, not after it.
  const schemaComes = typeof source === "function" ? source() : source;
  const headers = { Accept: "application/json", ...(known ? { "If-None-Match": known.etag } : {}) };
  const response = await ask(path, url, headers, signal);
  if (response.status === 304 && known) {
    const asOf = response.headers.get("x-as-of");
    freshness.note(path, startedAt, Date.now(), asOf);
    const data = known.data as z.infer<Schema>;
    return asOf !== null && asOfOf(data) !== null ? ({ ...(data as object), asOf } as z.infer<Schema>) : data;
  }
  if (!response.ok) {
    if (response.status === 401) session.ended();
    const problem = await readProblem(response);
    // What a vendor refused is an answer of our server's.
    freshness.noteFailure(path, response.status >= 500 && !problem.code.startsWith("vendor_"));
    throw problem;
  }
  const [schema, body] = await Promise.all([schemaComes, response.json().catch(() => undefined) as Promise<unknown>]);
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new ApiProblem({ code: "unexpected_answer", status: response.status });
  freshness.note(path, startedAt, Date.now(), asOfOf(parsed.data));
  const etag = response.headers.get("etag");
  if (etag) memory.set(url, etag, parsed.data);
  return parsed.data;
}
