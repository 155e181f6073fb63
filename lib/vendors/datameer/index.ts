import { isBare404 } from "@/lib/vendors/datameer/ask";
import { listRunning, readLoggedInUser } from "@/lib/vendors/datameer/client";
import { deleteData } from "@/lib/vendors/datameer/delete-data";
import { descriptor, NUMBER_ID } from "@/lib/vendors/datameer/descriptor";
import { executionSnapshot } from "@/lib/vendors/datameer/mapper";
import { readConfiguration, readHistory } from "@/lib/vendors/datameer/read-configuration";
import { readExecution } from "@/lib/vendors/datameer/read-run";
import { refuseAction } from "@/lib/vendors/datameer/refuse-action";
import { refused } from "@/lib/vendors/datameer/refusals";
import { zoneOf } from "@/lib/vendors/datameer/settings";
import { stop } from "@/lib/vendors/datameer/stop";
import { sweepActive } from "@/lib/vendors/datameer/sweep-active";
import { sweepRecent } from "@/lib/vendors/datameer/sweep-recent";
import { trigger } from "@/lib/vendors/datameer/trigger";
import { triggerSequence } from "@/lib/vendors/datameer/trigger-sequence";
import type { VendorConnector } from "@/lib/vendors/types";

/** Datameer 7: executions and the configurations behind them; see the folder's README for what it asks. */
export const datameer: VendorConnector = {
  descriptor,

  async check(ctx) {
    zoneOf(ctx.settings);
    try {
      await readLoggedInUser(ctx);
    } catch (error) {
      if (!isBare404(error)) throw error;
      await listRunning(ctx);
    }
  },

  async listJobs(ctx, query) {
    zoneOf(ctx.settings);
    return query.scope === "active" ? sweepActive(ctx) : sweepRecent(ctx, query);
  },

  async getJob(ctx, { kind, id }) {
    if (!NUMBER_ID.test(id)) return null;
    zoneOf(ctx.settings);
    if (kind === "configuration") return readConfiguration(ctx, id);
    if (kind !== "execution") return null;
    const run = await readExecution(ctx, id);
    return run && executionSnapshot(ctx, run, await readHistory(ctx, run));
  },

  refuseAction,

  async act(ctx, ref, request) {
    const { action } = request;
    if (!NUMBER_ID.test(ref.id)) throw refused(action, "Datameer has no job with such an id.", "not-found");
    if (action === "stop") return stop(ctx, ref, request);
    if (ref.kind === "configuration") {
      if (action === "trigger") return trigger(ctx, ref.id, request);
      if (action === "trigger-sequence") return triggerSequence(ctx, request);
      if (action === "delete") return deleteData(ctx, ref.id, request);
    }
    throw refused(action, `Datameer has no action ${action} for this.`);
  },
};
