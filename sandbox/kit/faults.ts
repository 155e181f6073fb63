import { z } from "zod";

/**
 * One fault that the transport of a sandbox commits, whatever vendor it plays. `path` is a regular expression over path
 * and query, `times` how often it strikes (absent: until removed).
 */
export const Fault = z.discriminatedUnion("kind", [
  fault("delay", { ms: z.number() }),
  fault("hang", {}),
  fault("reset", { afterBytes: z.number().default(0) }),
  fault("status", {
    status: z.number(),
    body: z.string().default(""),
    contentType: z.string().default("application/json"),
    headers: z.record(z.string(), z.string()).default({}),
  }),
  fault("html", { status: z.number().default(200) }),
  fault("truncate", { keep: z.number().default(0.9) }),
  fault("drip", { everyMs: z.number().default(200) }),
  fault("gzip-bomb", { megabytes: z.number().default(200) }),
  fault("huge", { megabytes: z.number().default(200) }),
  fault("deep", { levels: z.number().default(100_000) }),
  fault("redirect", { status: z.number().default(307), to: z.string() }),
  fault("echo-credential", { status: z.number().default(500) }),
  fault("replace", { from: z.string(), to: z.string() }),
]);
export type Fault = z.infer<typeof Fault>;

function fault<K extends string, S extends z.ZodRawShape>(kind: K, shape: S) {
  return z.object({
    kind: z.literal(kind),
    path: z.string().refine(isPattern, "not a regular expression").default(""),
    method: z.string().optional(),
    times: z.number().int().positive().optional(),
    ...shape,
  });
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

/** The faults that are armed, in the order in which they were asked for. */
export class FaultList {
  #armed: { id: number; fault: Fault; left: number }[] = [];
  #nextId = 1;

  arm(fault: Fault): number {
    const id = this.#nextId++;
    this.#armed.push({ id, fault, left: fault.times ?? Infinity });
    return id;
  }

  /** The fault that strikes this request, which uses up one of its times. */
  take(method: string, pathAndQuery: string): Fault | null {
    const hit = this.#armed.find(
      ({ fault, left }) =>
        left > 0 && (!fault.method || fault.method === method) && new RegExp(fault.path).test(pathAndQuery),
    );
    if (!hit) return null;
    hit.left -= 1;
    if (hit.left === 0) this.#armed = this.#armed.filter((armed) => armed !== hit);
    return hit.fault;
  }

  list(): { id: number; fault: Fault; left: number | null }[] {
    return this.#armed.map(({ id, fault, left }) => ({ id, fault, left: left === Infinity ? null : left }));
  }

  clear(id?: number): void {
    this.#armed = id === undefined ? [] : this.#armed.filter((armed) => armed.id !== id);
  }
}
