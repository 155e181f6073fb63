import type { Subjob } from "@/lib/contract/job";
import { formatCount, plural } from "@/lib/format/number";
import { visibleText } from "@/lib/format/visible-text";

/** One stretch of a bar. `share` is of the whole bar, 0…1. */
export interface Stretch {
  word: "completed" | "active" | "failed" | "killed" | "skipped";
  count: number;
  share: number;
}

function stretches(counts: readonly [Stretch["word"], number][], total: number): Stretch[] {
  const known = counts.filter(([, count]) => count > 0);
  const sum = known.reduce((all, [, count]) => all + count, 0);
  // Failed and killed attempts come on top of the tasks they belong to: the bar grows with them instead of overflowing.
  const whole = Math.max(total, sum);
  return known.map(([word, count]) => ({ word, count, share: count / whole }));
}

/** Partitions done, where Spark tells them; before 2.3 only attempts, of which a retried task counts twice. */
export function doneTasks({ tasks }: Subjob): number {
  return tasks.completedIndices ?? tasks.completed;
}

/** The tasks' bar: completed, active, failed, killed, skipped out of all. */
export function taskStretches(subjob: Subjob): Stretch[] {
  const { tasks } = subjob;
  return stretches(
    [
      ["completed", doneTasks(subjob)],
      ["active", tasks.active],
      ["failed", tasks.failed],
      ["killed", tasks.killed],
      ["skipped", tasks.skipped],
    ],
    tasks.total ?? 0,
  );
}

/** The stages' bar, thin below the tasks'. */
export function stageStretches({ stages, stageIds }: Subjob): Stretch[] {
  return stretches(
    [
      ["completed", stages.completed],
      ["active", stages.active],
      ["failed", stages.failed],
      ["skipped", stages.skipped],
    ],
    stageIds.length,
  );
}

const side = (count: number, word: string) => (count > 0 ? `${formatCount(count)} ${word}` : null);
const joined = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(" · ");

/** `82 of 200 tasks · 18 active · 4 failed · 48 skipped`; retried tasks are said, since they count more than once. */
export function taskWords(subjob: Subjob): string {
  const { tasks } = subjob;
  const done = doneTasks(subjob);
  const expected = tasks.total === null ? null : Math.max(0, tasks.total - tasks.skipped);
  const again = tasks.completed - (tasks.completedIndices ?? expected ?? tasks.completed);
  return joined([
    expected !== null
      ? `${formatCount(done)} of ${plural(expected, "task")}`
      : done > 0
        ? `${plural(done, "task")} done, of how many is not told`
        : "number of tasks not told",
    side(tasks.active, "active"),
    side(tasks.failed, "failed"),
    side(tasks.killed, "killed"),
    side(tasks.skipped, "skipped"),
    again > 0 ? `${formatCount(again)} run again` : null,
  ]);
}

/** `2 of 5 stages · 1 active · 1 skipped` */
export function stageWords({ stages, stageIds }: Subjob): string {
  const all = Math.max(stageIds.length, stages.active + stages.completed + stages.skipped + stages.failed);
  if (all === 0) return "number of stages not told";
  return joined([
    `${formatCount(stages.completed)} of ${plural(Math.max(0, all - stages.skipped), "stage")}`,
    side(stages.active, "active"),
    side(stages.failed, "failed"),
    side(stages.skipped, "skipped"),
  ]);
}

/** `5 killed: another attempt succeeded (4), Stage cancelled (1)`; null where none is told. */
export function killedWords({ killedTasksSummary }: Subjob): string | null {
  const reasons = Object.entries(killedTasksSummary).filter(([, count]) => count > 0);
  if (reasons.length === 0) return null;
  const all = reasons.reduce((sum, [, count]) => sum + count, 0);
  return `${formatCount(all)} killed: ${reasons.map(([reason, count]) => `${visibleText(reason)} (${formatCount(count)})`).join(", ")}`;
}

/** Running first, then the newest: what moves stands on top. */
export function subjobOrder(items: readonly Subjob[]): Subjob[] {
  const number = (id: string) => (/^\d+$/.test(id) ? Number(id) : -1);
  return [...items].sort(
    (a, b) => Number(b.status === "running") - Number(a.status === "running") || number(b.id) - number(a.id),
  );
}
