import type { DremioQueryDetails } from "@/lib/contract/details/dremio";

/** The nine instants of a system table's row (vendor document 2.5), in the order of the phases that begin with them. */
const PHASES = [
  ["Pending", "submittedEpochMillis"],
  ["Attempt started", "attemptStartedEpochMillis"],
  ["Metadata retrieval", "metadataRetrievalEpochMillis"],
  ["Planning", "planningStartEpochMillis"],
  ["Queued", "queryEnqueuedEpochMillis"],
  ["Engine start", "engineStartEpochMillis"],
  ["Execution planning", "executionPlanningEpochMillis"],
  ["Running", "executionStartEpochMillis"],
  ["Final state", "finalStateEpochMillis"],
] as const satisfies readonly (readonly [string, keyof DremioQueryDetails])[];

export interface Phase {
  name: string;
  /** Epoch ms; null: not reached. */
  at: number | null;
  /** Until the next phase that was reached; null while it lasts, where it was not reached, and for the end. */
  ms: number | null;
  /** Of the whole way, 0…1. */
  share: number;
}

/**
 * The phases with what each took. Engine start and queue come in either order: what follows in time counts, not in the
 * table. Empty where the row was not read.
 * @param now epoch ms, the end of the whole way while the job goes on
 */
export function preparePhases(details: DremioQueryDetails, now: number): Phase[] {
  const read = PHASES.map(([name, key]) => {
    const value = details[key];
    const at = value === undefined || value === null ? 0 : Number(value);
    return { name, at: at > 0 ? at : null };
  });
  const reached = read.flatMap(({ at }) => (at === null ? [] : [at])).sort((a, b) => a - b);
  const first = reached[0];
  if (first === undefined) return [];
  const final = read.at(-1)?.at ?? null;
  const whole = Math.max(1, (final ?? Math.max(now, reached.at(-1) ?? now)) - first);
  return read.map(({ name, at }, index) => {
    if (at === null || index === read.length - 1) return { name, at, ms: null, share: 0 };
    const next = read
      .flatMap((other, place) =>
        other.at !== null && (other.at > at || (other.at === at && place > index)) ? [other.at] : [],
      )
      .sort((a, b) => a - b)[0];
    const ms = next === undefined ? null : next - at;
    return { name, at, ms, share: Math.max(0, ms ?? now - at) / whole };
  });
}
