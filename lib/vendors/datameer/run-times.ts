import { readLocalTime, type TimeReading } from "@/lib/vendors/datameer/local-time";

/** Start and stop of a run as instants (ISO 8601 UTC), and how sure they are. */
export interface RunTimes {
  /** undefined: the documents do not speak of it. null: they say that there is none, or it cannot be read. */
  startedAt: string | null | undefined;
  endedAt: string | null | undefined;
  /** Only of texts that were there. */
  startTimeReading?: TimeReading;
  stopTimeReading?: TimeReading;
  timeProblem: "stop-before-start" | null;
}

/**
 * Reads both times of one run together. Of an hour that happens twice the earlier instant is taken, for the stop the
 * earliest that is not before the start: so a run across the change of the clock keeps its true length.
 */
export function readRunTimes(times: { startTime?: unknown; stopTime?: unknown }, zone: string): RunTimes {
  const start = readOne(times.startTime, zone);
  const stop = readOne(times.stopTime, zone);
  const started = start.candidates[0] ?? null;
  const ended = stop.candidates.find((at) => started === null || at >= started) ?? stop.candidates[0] ?? null;
  return {
    startedAt: instant(times.startTime, started),
    endedAt: instant(times.stopTime, ended),
    ...(start.reading === null ? {} : { startTimeReading: start.reading }),
    ...(stop.reading === null ? {} : { stopTimeReading: stop.reading }),
    timeProblem: started !== null && ended !== null && ended < started ? "stop-before-start" : null,
  };
}

/** One date → ISO 8601 UTC; the earlier of two. null where it cannot be read. */
export function readInstant(text: unknown, zone: string): string | null {
  const at = readLocalTime(text, zone).candidates[0];
  return at === undefined ? null : new Date(at).toISOString();
}

function readOne(text: unknown, zone: string): { candidates: number[]; reading: TimeReading | null } {
  return text === undefined || text === null ? { candidates: [], reading: null } : readLocalTime(text, zone);
}

function instant(text: unknown, at: number | null): string | null | undefined {
  if (text === undefined) return undefined;
  return at === null ? null : new Date(at).toISOString();
}
