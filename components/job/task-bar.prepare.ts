import type { Subjob } from "@/lib/jobs/subjob";

export type TaskPart = "ok" | "active" | "failed" | "killed" | "skipped";

export interface TaskBar {
  /** Shares 0…1 of all tasks, in the order they are drawn; what is missing to 1 waits. */
  parts: { part: TaskPart; share: number }[];
  /** Whole percent, null where there is nothing to count. */
  percent: number | null;
  words: string;
}

const WORDS: Record<Exclude<TaskPart, "ok">, string> = {
  active: "active",
  failed: "failed",
  killed: "killed",
  skipped: "skipped",
};

function bar(total: number, counts: Record<TaskPart, number>, fraction: number | null): TaskBar {
  const sum = Object.values(counts).reduce((all, count) => all + count, 0);
  // Attempts that failed or were killed come on top of the tasks: the bar never runs over.
  const whole = Math.max(total, sum);
  const order: TaskPart[] = ["ok", "active", "failed", "killed", "skipped"];
  const parts = order.filter((part) => counts[part] > 0).map((part) => ({ part, share: counts[part] / whole }));
  const rest = (Object.keys(WORDS) as (keyof typeof WORDS)[])
    .filter((part) => counts[part] > 0)
    .map((part) => `${counts[part]} ${WORDS[part]}`);
  const percent =
    fraction !== null ? Math.round(fraction * 100) : whole > 0 ? Math.round((counts.ok / whole) * 100) : null;
  return { parts: whole > 0 ? parts : [], percent, words: [`${counts.ok} of ${total}`, ...rest].join(" · ") };
}

/** A subjob's tasks: completed, active, failed, killed and skipped out of all. */
export function prepareTasks({ tasks, fraction }: Pick<Subjob, "tasks" | "fraction">): TaskBar {
  const { completed, active, failed, killed, skipped } = tasks;
  return bar(tasks.total, { ok: completed, active, failed, killed, skipped }, fraction);
}

/** Its stages; how many there are is what their ids say. */
export function prepareStages({ stages, stageIds }: Pick<Subjob, "stages" | "stageIds">): TaskBar {
  const { completed, active, failed, skipped } = stages;
  return bar(
    stageIds.length || completed + active + failed + skipped,
    { ok: completed, active, failed, killed: 0, skipped },
    null,
  );
}
