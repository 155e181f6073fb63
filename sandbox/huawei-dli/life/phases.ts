/** One leg of a job's planned life: what it shows from an instant (epoch ms) on. */
export interface Phase<S extends string> {
  status: S;
  from: number;
}

/** The leg that a job is in. Before the first one it shows the first. */
export function phaseAt<S extends string, P extends Phase<S>>(phases: readonly P[], now: number): P {
  let current = phases[0];
  for (const phase of phases) if (phase.from <= now) current = phase;
  if (!current) throw new RangeError("a life without a phase");
  return current;
}

/** What has happened so far: the legs that began at or before `now`. */
export function past<P extends { from: number }>(phases: readonly P[], now: number): P[] {
  const begun = phases.filter((phase) => phase.from <= now);
  return begun.length > 0 ? begun : phases.slice(0, 1);
}

/** Who made a job: the world itself, a seed document, or the control door. */
export type Origin = "world" | "document" | "control";
