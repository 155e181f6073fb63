import type { JobDetail } from "@/lib/contract/job";
import { isFinal } from "@/lib/jobs/state";
import { encodeDetail, eventsOf, historyOf, timelineOf, type DetailContext } from "@/lib/server/jobs/encode-detail";
import { isoOrNull } from "@/lib/server/jobs/encode-job";
import type { StoredBody, StoredDetail } from "@/lib/server/store/job-detail";

/**
 * An earlier run of a definition, as it was when a newer one took its place; null where no such run is on record. Nothing
 * can be done to it any more.
 */
export function encodeRun(stored: StoredDetail, run: string, context: DetailContext): JobDetail | null {
  const found = stored.runs.find((candidate) => candidate.run === run);
  if (!found) return null;
  const newest = encodeDetail(stored, context);
  const row = found.row ?? {};
  const body = bodyOf(found.body);
  const changes = stored.transitions.filter((change) => change.run === run);
  const to = found.endedAt ?? Number.MAX_SAFE_INTEGER;
  // Where nobody saw how it ended, it is shown as it was last seen: the vendor has newer runs only.
  const ended = isFinal(found.state);
  const actions = stored.actions.filter((action) => action.run === run && action.askedAt <= to);
  const ref = { connection: stored.job.connection, kind: stored.job.kind, id: stored.job.id };
  return {
    ...newest,
    run,
    state: found.state,
    vendorState: found.vendorState,
    attention: null,
    startedAt: isoOrNull(found.startedAt),
    submittedAt: isoOrNull(numberOr(row.submitted_at)),
    endedAt: isoOrNull(found.endedAt),
    durationMs: found.durationMs,
    progress: null,
    error: typeof row.error === "string" ? row.error : null,
    actions: [],
    pendingAction: null,
    stale: !ended,
    gone: newest.gone || !ended,
    observedAt: isoOrNull(numberOr(row.observed_at)) ?? newest.observedAt,
    timeline: timelineOf(changes, body, numberOr(row.attempt) ?? 1),
    subjobs: null,
    lastSubjobs: null,
    progressProblem: null,
    details: body?.details ?? { type: newest.details.type },
    raw: body?.raw ?? {},
    history: historyOf(ref, stored.runs, null).filter((item) => item.run !== run),
    events: eventsOf(changes, actions),
  };
}

/** The body as `to_jsonb` kept it: the column's names. */
function bodyOf(kept: Record<string, unknown> | null): StoredBody | null {
  if (kept === null) return null;
  const details = kept.details as StoredBody["details"] | undefined;
  if (!details) return null;
  return {
    job: 0,
    details,
    raw: (kept.raw as StoredBody["raw"] | undefined) ?? {},
    segments: (kept.segments as StoredBody["segments"] | undefined) ?? null,
    pastSegments: (kept.past_segments as StoredBody["pastSegments"] | undefined) ?? [],
    subjobs: null,
    subjobsAt: null,
    subjobsCurrent: false,
    progressProblem: null,
  };
}

function numberOr(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
