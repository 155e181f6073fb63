/** How often a job that someone looks at is asked for, where the budget allows. */
export const QUICK_MS = 2_000;
const LONGEST_BACK_OFF_MS = 5 * 60_000;

/**
 * The quick interval, stretched so that `jobs` open jobs fit into what the sweeps leave of the budget.
 * @param sweepCallsPerMinute what the sweeps of this connection have cost lately.
 */
export function quickInterval(
  jobs: number,
  callsPerJob: number,
  budgetPerMinute: number,
  sweepCallsPerMinute: number,
): number {
  if (jobs === 0) return QUICK_MS;
  const left = Math.max(1, budgetPerMinute * 0.9 - sweepCallsPerMinute);
  return Math.max(QUICK_MS, Math.ceil((60_000 * jobs * callsPerJob) / left));
}

/**
 * The pause after `failures` failed sweeps in a row: doubling from the poll interval to five minutes, with jitter, never
 * shorter than what the vendor asked for.
 */
export function backOff(
  failures: number,
  pollMs: number,
  retryAfterMs: number | undefined,
  random: () => number,
): number {
  const ceiling = Math.min(LONGEST_BACK_OFF_MS, pollMs * 2 ** Math.min(failures - 1, 10));
  const jittered = ceiling * (0.5 + random() / 2);
  return Math.max(jittered, retryAfterMs ?? 0);
}

/** Where in its interval a connection polls: spread by its name, so that connections do not beat together. */
export function phaseOf(connection: string, intervalMs: number): number {
  let hash = 2166136261;
  for (const char of connection) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619) >>> 0;
  return hash % Math.max(1, Math.floor(intervalMs));
}
