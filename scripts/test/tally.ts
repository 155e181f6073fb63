import { stripVTControlCharacters } from "node:util";

/** How many checks held and did not; `problems` are lines for the summary. */
export interface Tally {
  passed: number;
  failed: number;
  problems: string[];
}

/** For a step that is one check as a whole. */
export function oneCheck(held: boolean, problem: string): Tally {
  return held ? { passed: 1, failed: 0, problems: [] } : { passed: 0, failed: 1, problems: [problem] };
}

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    problems: tallies.flatMap(({ problems }) => problems),
  };
}

const SUMMARY_CHARACTERS = 400;

/** A runner's message as one line of the summary: a log of which only the end is kept still says what went wrong. */
export function summaryLine(message: string): string {
  const lines = stripVTControlCharacters(message)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const stack = lines.findIndex((line) => line.startsWith("at "));
  const line = lines.slice(0, stack < 0 ? undefined : stack).join(" | ");
  return line.length > SUMMARY_CHARACTERS ? `${line.slice(0, SUMMARY_CHARACTERS)}…` : line;
}

/** The last line of a run. */
export function lastLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}

/** A run without a single check that held proves nothing. */
export function exitCode({ passed, failed }: Tally): 0 | 1 {
  return failed === 0 && passed > 0 ? 0 : 1;
}

/**
 * A runner's report against its exit code: where the runner failed and its report knows of no failure (an error outside
 * any test, a crash), or no test ran at all, that is a failure of its own.
 */
export function withExitCode(tally: Tally, code: number): Tally {
  const nothing = tally.passed + tally.failed === 0;
  if (!nothing && (code === 0 || tally.failed > 0)) return tally;
  const problem = nothing ? "no test ran" : `all tests passed, and yet the runner ended with exit code ${code}`;
  return { ...tally, failed: tally.failed + 1, problems: [...tally.problems, problem] };
}
