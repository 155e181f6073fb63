import type { JobDetail } from "@/lib/contract/job";
import type { JobRef } from "@/lib/jobs/ref";
import { isFinal } from "@/lib/jobs/state";
import { AppError } from "@/lib/server/app-error";
import type { RequestUser } from "@/lib/server/auth/authenticate";
import { readJob } from "@/lib/server/collector/read-job";
import { keepFrom } from "@/lib/server/collector/retention";
import { encodeDetail } from "@/lib/server/jobs/encode-detail";
import { encodeRun } from "@/lib/server/jobs/encode-run";
import type { JobServices } from "@/lib/server/jobs/services";
import { staleConnections } from "@/lib/server/jobs/staleness";
import { processGlobal } from "@/lib/server/process-global";
import { refKey } from "@/lib/jobs/ref";
import { ensureHealth } from "@/lib/server/store/fence";
import { holdJob, noteInterest } from "@/lib/server/store/interest";
import { loadDetail, type StoredDetail } from "@/lib/server/store/job-detail";
import { freshness } from "@/lib/server/store/list-jobs";
import { findNamesakes } from "@/lib/server/store/same-name";
import { kindOf } from "@/lib/server/vendors/live-connection";

/** An open page asks again within two seconds or so; a closed one is forgotten soon. */
const INTEREST_MS = 12_000;
const NOTED_EVERY_MS = 4_000;
/** The page of an ended job asks every quarter of a minute. */
const HELD_MS = 60_000;
const HELD_EVERY_MS = 20_000;
const HOLD_EARLY_MS = 2 * 3_600_000;
const noted = processGlobal("interest-noted", () => new Map<string, number>());

/**
 * One job from the record. A job that the record does not know is asked of its vendor, once for all who ask; a job that
 * has not ended is asked for again as long as someone looks.
 * @throws AppError `job_not_found` for what is malformed, unknown or forbidden, all alike; VendorError where the vendor
 * would have to be asked and cannot be, or refuses.
 */
export async function getJob(
  services: JobServices,
  user: RequestUser,
  ref: JobRef,
  run: string | null,
): Promise<JobDetail> {
  const stored = await knownOrAsked(services, user, ref);
  const fresh = await freshness(services.db);
  const live = services.hub.get(ref.connection);
  const kind = live && kindOf(live, ref.kind);
  const context = {
    role: user.role,
    stale: staleConnections(fresh, services.hub, services.now()),
    offers: { results: kind?.offers.results ?? false, log: kind?.offers.log ?? false },
    namesakes: kind?.repeatedByName ? await findNamesakes(services.db, stored.job) : [],
  };
  if (run !== null && run !== stored.job.run) {
    const earlier = encodeRun(stored, run, context);
    if (!earlier) throw new AppError("job_not_found");
    return earlier;
  }
  return encodeDetail(stored, context);
}

/** @throws AppError `job_not_found` */
export function mustBeVisible(user: RequestUser, ref: JobRef): void {
  if (user.connections !== null && !user.connections.includes(ref.connection)) throw new AppError("job_not_found");
}

async function knownOrAsked(services: JobServices, user: RequestUser, ref: JobRef): Promise<StoredDetail> {
  mustBeVisible(user, ref);
  const known = await loadDetail(services.db, ref);
  if (known) {
    if (!isFinal(known.job.state) || needsDetail(known)) await look(services, ref);
    else if (isNearlyPast(services, known)) await hold(services, ref);
    return known;
  }
  const live = services.hub.get(ref.connection);
  const kind = live && kindOf(live, ref.kind);
  if (!live || !kind || !kind.idPattern.test(ref.id)) throw new AppError("job_not_found");
  await ensureHealth(services.db, ref.connection, services.now());
  const snapshot = await readJob(live, ref, { db: services.db, now: services.now, fence: null });
  if (snapshot === null) throw new AppError("job_not_found");
  const asked = await loadDetail(services.db, ref);
  if (!asked) throw new AppError("job_not_found");
  if (!isFinal(asked.job.state)) await look(services, ref);
  return asked;
}

/** An ended job whose end no answer by id has told in full is asked for the rest of its page. */
function needsDetail({ job }: StoredDetail): boolean {
  return job.goneAt === null && job.hashes.detail === undefined;
}

/** Old enough to be removed for its age within the hours that somebody may keep its page open. */
function isNearlyPast({ env, now }: JobServices, { job }: StoredDetail): boolean {
  const cut = keepFrom(env.retentionDays, now());
  return cut !== null && (job.endedAt ?? job.observedAt) < cut + HOLD_EARLY_MS;
}

async function hold(services: JobServices, ref: JobRef): Promise<void> {
  const now = services.now();
  if (isNoted(ref, now, HELD_EVERY_MS)) return;
  await holdJob(services.db, ref, now, now + HELD_MS);
}

async function look(services: JobServices, ref: JobRef): Promise<void> {
  const now = services.now();
  if (isNoted(ref, now, NOTED_EVERY_MS)) return;
  await noteInterest(services.db, ref, now + INTEREST_MS);
}

/** Whether it was said so lately that it need not be said again; else it counts as said now. */
function isNoted(ref: JobRef, now: number, everyMs: number): boolean {
  const key = refKey(ref);
  if ((noted.get(key) ?? 0) > now - everyMs) return true;
  if (noted.size > 10_000) noted.clear();
  noted.set(key, now);
  return false;
}
