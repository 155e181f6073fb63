import type { JobDetail } from "@/lib/contract/job";

/** A job's page as it may be, for previews and tests: everything but its details has a plain value. */
export function sampleJob(part: Partial<JobDetail> & Pick<JobDetail, "vendor" | "kind" | "details">): JobDetail {
  const { kind, id = "1" } = part;
  const connection = part.connection ?? part.vendor;
  return {
    connection,
    id,
    name: "sample",
    state: "running",
    vendorState: "RUNNING",
    attention: null,
    owner: null,
    queue: null,
    type: null,
    submittedAt: null,
    startedAt: "2026-07-03T12:01:07.000Z",
    endedAt: null,
    durationMs: null,
    progress: null,
    rowCount: null,
    error: null,
    actions: [],
    pendingAction: null,
    path: `/jobs/${connection}/${kind}/${id}`,
    vendorUrl: null,
    firstSeenAt: "2026-07-03T12:01:07.000Z",
    observedAt: "2026-07-03T12:05:00.000Z",
    stale: false,
    gone: false,
    run: null,
    timeline: [],
    subjobs: null,
    lastSubjobs: null,
    raw: {},
    history: [],
    events: [],
    offers: { results: false, log: false },
    readProblem: null,
    progressProblem: null,
    ...part,
  };
}
