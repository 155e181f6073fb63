import type { RunBar } from "@/components/panels/datameer/run-bars.prepare";
import { STATE_WORD } from "@/components/jobs/state-face";
import { formatDurationWords } from "@/lib/format/duration";
import { formatFull, type Zone } from "@/lib/format/instant";

/** `Run 30: Succeeded, 4 min 36 s, 2026-07-02 08:11:04.120 UTC` */
export function runSentence({ run, state, durationMs, startedAt, here }: RunBar, zone: Zone): string {
  return [
    `Run ${run}: ${STATE_WORD[state]}`,
    durationMs === null ? "duration not known" : formatDurationWords(durationMs),
    startedAt === null ? "start not known" : formatFull(startedAt, zone),
    ...(here ? ["this run"] : []),
  ].join(", ");
}
