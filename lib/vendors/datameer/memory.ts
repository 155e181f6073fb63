import type { VendorContext } from "@/lib/vendors/types";

/** A map that forgets its oldest entries first. */
export class BoundedMap<V> {
  readonly #entries = new Map<string, V>();

  constructor(private readonly most: number) {}

  get(key: string): V | undefined {
    return this.#entries.get(key);
  }

  set(key: string, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.most && oldest !== undefined) this.#entries.delete(oldest);
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}

/** How `/api` may address an artifact; each part where it is known. */
export interface ArtifactIds {
  fileId?: string;
  uuid?: string;
  path?: string;
}

/** What one connection has learnt and need not ask again. Lost, it is learnt anew. */
export interface ConnectionMemory {
  /** Details of ended executions: they never change. */
  ended: BoundedMap<Record<string, unknown>>;
  /** Execution id → configuration id: before 7.4 only lists and histories say it. */
  configurationOf: BoundedMap<string>;
  /** Configuration id → its newest execution's id. */
  newest: BoundedMap<string>;
  /** Execution id → who and what started it: only the answer to our own trigger says it. */
  startedBy: BoundedMap<{ jobExecutionUser?: string; jobExecutionTrigger?: string }>;
  /** Configuration id → its artifact, as details since 7.4 and definitions name it. */
  artifactOf: BoundedMap<ArtifactIds>;
  /** Endpoints that this version does not have, until then (epoch ms). */
  missing: BoundedMap<number>;
  answers: BoundedMap<{ until: number; value: unknown; moment?: string }>;
  /** Where the round through the artifacts that nobody follows stands. */
  discovered: number;
}

const EXECUTIONS = 10_000;
const CONFIGURATIONS = 10_000;

// A server may load this module more than once, for its routes and for its collector: all share one memory.
declare global {
  var jobwatchDatameerMemory: BoundedMap<ConnectionMemory> | undefined;
}
const memories = (globalThis.jobwatchDatameerMemory ??= new BoundedMap<ConnectionMemory>(200));

/** A connection that is pointed elsewhere is another server. */
export function memoryOf({ connection, settings }: VendorContext): ConnectionMemory {
  const key = `${connection}\n${settings.baseUrl}`;
  let memory = memories.get(key);
  if (!memory) {
    memory = {
      ended: new BoundedMap(EXECUTIONS),
      configurationOf: new BoundedMap(EXECUTIONS),
      newest: new BoundedMap(CONFIGURATIONS),
      startedBy: new BoundedMap(1_000),
      artifactOf: new BoundedMap(CONFIGURATIONS),
      missing: new BoundedMap(20),
      answers: new BoundedMap(1_000),
      discovered: 0,
    };
    memories.set(key, memory);
  }
  return memory;
}

/** The answer of the last `ms`, else a new one. A failure is not remembered. */
export function remembered<T>(ctx: VendorContext, key: string, ms: number, load: () => Promise<T>): Promise<T> {
  return rememberedOf(ctx, key, "", ms, load);
}

/** The same of an answer that is true of one `moment` only, such as a run and its word: of another one it is none. */
export async function rememberedOf<T>(
  ctx: VendorContext,
  key: string,
  moment: string,
  ms: number,
  load: () => Promise<T>,
): Promise<T> {
  const { answers } = memoryOf(ctx);
  const known = answers.get(key);
  if (known && known.until > ctx.now() && (known.moment ?? "") === moment) return known.value as T;
  const value = await load();
  answers.set(key, { until: ctx.now() + ms, value, moment });
  return value;
}

export function forget(ctx: VendorContext, key: string): void {
  memoryOf(ctx).answers.delete(key);
}

/** Is to be asked anew; until then what is known stays readable. */
export function expire(ctx: VendorContext, key: string): void {
  const { answers } = memoryOf(ctx);
  const known = answers.get(key);
  if (known) answers.set(key, { ...known, until: 0 });
}

const MISSING_MS = 10 * 60_000;

export function isMissing(ctx: VendorContext, endpoint: string): boolean {
  return (memoryOf(ctx).missing.get(endpoint) ?? 0) > ctx.now();
}

export function rememberMissing(ctx: VendorContext, endpoint: string): void {
  memoryOf(ctx).missing.set(endpoint, ctx.now() + MISSING_MS);
}
