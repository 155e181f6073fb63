import type { Log, Results } from "@/lib/contract/overview";
import type { JobRef } from "@/lib/jobs/ref";
import { refKey } from "@/lib/jobs/ref";
import { AppError } from "@/lib/server/app-error";
import type { RequestUser } from "@/lib/server/auth/authenticate";
import { mustBeVisible } from "@/lib/server/jobs/get-job";
import type { JobServices } from "@/lib/server/jobs/services";
import { processGlobal } from "@/lib/server/process-global";
import { findJob } from "@/lib/server/store/job-detail";
import { kindOf, type LiveConnection } from "@/lib/server/vendors/live-connection";

const underWay = processGlobal("vendor-pages", () => new Map<string, Promise<unknown>>());

/** A page of a job's result rows. The vendor keeps them, we do not: asked each time, once for all who ask at once. */
export async function getResults(
  services: JobServices,
  user: RequestUser,
  ref: JobRef,
  page: { offset: number; limit: number },
): Promise<Results> {
  const live = await liveOf(services, user, ref);
  const { connector } = live;
  if (!connector.getResults || !kindOf(live, ref.kind)?.offers.results) throw notOffered("results", ref);
  const ask = connector.getResults.bind(connector);
  return once(`results ${refKey(ref)} ${page.offset} ${page.limit}`, () => ask(contextOf(live), ref, page));
}

/** The tail of a job's log, where its vendor offers one. */
export async function getLog(services: JobServices, user: RequestUser, ref: JobRef): Promise<Log> {
  const live = await liveOf(services, user, ref);
  const { connector } = live;
  if (!connector.getLog || !kindOf(live, ref.kind)?.offers.log) throw notOffered("log", ref);
  const ask = connector.getLog.bind(connector);
  return once(`log ${refKey(ref)}`, () => ask(contextOf(live), ref));
}

async function liveOf(services: JobServices, user: RequestUser, ref: JobRef): Promise<LiveConnection> {
  mustBeVisible(user, ref);
  if (!(await findJob(services.db, ref))) throw new AppError("job_not_found");
  const live = services.hub.get(ref.connection);
  if (!live) throw new AppError("vendor_unavailable", { detail: "This connection is not configured any more." });
  return live;
}

function notOffered(what: string, { kind }: JobRef): AppError {
  return new AppError("not_found", { detail: `The vendor offers no ${what} for jobs of kind ${kind}.` });
}

function contextOf(live: LiveConnection) {
  return live.context(AbortSignal.timeout(15_000));
}

function once<T>(key: string, ask: () => Promise<T>): Promise<T> {
  const running = underWay.get(key) as Promise<T> | undefined;
  if (running) return running;
  const asked = ask().finally(() => underWay.delete(key));
  underWay.set(key, asked);
  return asked;
}
