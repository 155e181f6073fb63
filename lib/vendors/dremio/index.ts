import { cancelJob, readJob } from "@/lib/vendors/dremio/client";
import { JOB_ID } from "@/lib/vendors/dremio/contract";
import { descriptor } from "@/lib/vendors/dremio/descriptor";
import { listActive, listRecent } from "@/lib/vendors/dremio/list-jobs";
import { forgetRefusals } from "@/lib/vendors/dremio/listing-memory";
import { snapshotOfJob } from "@/lib/vendors/dremio/mapper";
import { readResultPage } from "@/lib/vendors/dremio/read-results";
import { reflectionNames } from "@/lib/vendors/dremio/reflection-names";
import { VendorError } from "@/lib/vendors/errors";
import type { JobRef } from "@/lib/jobs/ref";
import type { VendorConnector } from "@/lib/vendors/types";

/** An id that no job has: Dremio answers 404 in its own words, which proves address and credential at once. */
const NO_JOB = "00000000-0000-0000-0000-000000000000";

/** Dremio, Software and Cloud: jobs by system tables and by id, results, cancel. */
export const dremio: VendorConnector = {
  descriptor,

  async check(ctx) {
    forgetRefusals(ctx);
    try {
      await readJob(ctx, NO_JOB);
    } catch (error) {
      // Forbidden to read other people's jobs is not forbidden to come in.
      if (!(error instanceof VendorError) || error.reason !== "forbidden") throw error;
    }
  },

  listJobs: (ctx, query) => (query.scope === "active" ? listActive(ctx) : listRecent(ctx, query)),

  async getJob(ctx, ref) {
    if (!isOurs(ref)) return null;
    const answer = await readJob(ctx, ref.id);
    if (answer === null) return null;
    const snapshot = snapshotOfJob(ref.id, answer.job, answer.body, answer.operation, ctx.settings);
    if (snapshot.state !== "succeeded" || snapshot.details.acceleration === undefined) return snapshot;
    const names = await reflectionNames(ctx, snapshot.details.acceleration);
    return { ...snapshot, details: { ...snapshot.details, reflectionNames: names } };
  },

  async getResults(ctx, ref, page) {
    requireOurs(ref, "GET /api/v3/job/{id}/results");
    return readResultPage(ctx, ref.id, page);
  },

  async act(ctx, ref, { action }) {
    requireOurs(ref, "POST /api/v3/job/{id}/cancel");
    if (action !== "cancel") throw refused("rejected", `Dremio has no action ${action}.`, `${action} query`);
    await cancelJob(ctx, ref.id, true);
    return { message: null };
  },
};

function isOurs({ kind, id }: JobRef): boolean {
  return kind === "query" && JOB_ID.test(id);
}

function requireOurs(ref: JobRef, operation: string): void {
  if (!isOurs(ref)) throw refused("not-found", "Dremio has no job with such an id.", operation);
}

function refused(reason: "rejected" | "not-found", message: string, operation: string): VendorError {
  return new VendorError({ vendor: "dremio", operation, reason, message });
}
