"use client";

import Link from "next/link";
import { STATE_WORD } from "@/components/jobs/state-face";
import { usePreferences } from "@/components/shell/preferences";
import { Panel } from "@/components/ui/panel";
import type { JobDetail } from "@/lib/contract/job";
import { formatDurationWords } from "@/lib/format/duration";
import { formatFull } from "@/lib/format/instant";
import { plural } from "@/lib/format/number";

/** More bars than this cannot be told apart; the history lists them all. */
const SHOWN = 60;

/** Earlier runs as bars by duration and state, oldest first; each leads to its run. */
export function RunBars({ job }: { job: JobDetail }) {
  const { zone } = usePreferences();
  const runs = [...job.history].sort((a, b) => (a.startedAt ?? "").localeCompare(b.startedAt ?? "")).slice(-SHOWN);
  if (runs.length < 2) return null;
  const longest = Math.max(1, ...runs.map(({ durationMs }) => durationMs ?? 0));
  return (
    <Panel title="Runs" id="runs" note={`${plural(runs.length, "run")}, the longest ${formatDurationWords(longest)}`}>
      <ol className="flex h-24 items-end gap-1">
        {runs.map((run) => {
          const when = run.startedAt ? formatFull(run.startedAt, zone) : run.run;
          const took = run.durationMs === null ? "duration not known" : formatDurationWords(run.durationMs);
          const label = `${when}: ${STATE_WORD[run.state]}, ${took}`;
          return (
            <li key={run.run} className={`state-${run.state} flex h-full max-w-8 min-w-1.5 flex-1 items-end`}>
              <Link
                href={run.path}
                prefetch={false}
                aria-label={label}
                aria-current={run.run === job.run ? "true" : undefined}
                title={label}
                className="flex h-full w-full items-end aria-[current]:bg-accent-soft"
              >
                <span
                  className={
                    run.durationMs === null ? "prog-unknown h-2 w-full rounded-t-sm" : "w-full rounded-t-sm bg-state"
                  }
                  style={
                    run.durationMs === null
                      ? undefined
                      : { height: `${Math.max(3, (run.durationMs / longest) * 100)}%` }
                  }
                />
              </Link>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
