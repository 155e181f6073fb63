/**
 * One value per process. Next evaluates server modules more than once (for instrumentation and for the routes), so a
 * module-level singleton would be two; two embedded databases lose rows.
 */
export function processGlobal<T>(name: string, create: () => T): T {
  const key = Symbol.for(`jobwatch.${name}`);
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  return (store[key] ??= create());
}
