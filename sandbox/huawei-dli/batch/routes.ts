import { DliError, jobNotFound } from "../wire/errors";
import type { DliCall, Gateway } from "../wire/gateway";
import { batchStateAt, batchWord, cancelBatch, logLines, sessionOf, type Batch } from "./batch";

const STATES = ["", "starting", "running", "recovering", "success", "dead"] as const;
const ORDERS = ["CREATE_TIME_DESC", "CREATE_TIME_ASC", "DURATION_DESC", "DURATION_ASC"] as const;

/** Spark batches: no `is_success` anywhere (contract page 2.16). */
export function batchRoutes(gateway: Gateway): void {
  const batches = "/v2.0/:project/batches";
  gateway.get(batches, "none", listBatches);
  gateway.get(`${batches}/:id`, "none", (call) => sessionOf(batchOf(call), call.now, call.switches));
  gateway.get(`${batches}/:id/state`, "none", (call) => {
    const batch = batchOf(call);
    return { id: batch.id, state: batchWord(batch, call.now, "state", call.switches) };
  });
  gateway.delete(`${batches}/:id`, "none", (call) => {
    const batch = batchOf(call);
    call.mayChange(`jobs.batch.${batch.id}`, "DELETE");
    return cancelBatch(batch, call.now, call.switches);
  });
  gateway.get(`${batches}/:id/log`, "none", batchLog);
}

function listBatches(call: DliCall) {
  const { query, now, switches } = call;
  const from = query.int("from", { min: 0, max: Number.MAX_SAFE_INTEGER, default: 0 });
  const size = query.int("size", { min: 0, max: 100, default: 100 });
  const state = query.oneOf("state", STATES, "");
  const order = query.oneOf("order", ORDERS, "CREATE_TIME_DESC");
  const queue = query.text("queue_name", "cluster_name");
  const name = query.text("job_name");
  const id = query.text("job-id", "job_id");
  const owner = query.text("owner");
  const start = query.int("start", { min: 0, max: Number.MAX_SAFE_INTEGER, default: 0 });
  const end = query.int("end", { min: 0, max: Number.MAX_SAFE_INTEGER, default: 0 });
  const matching = [...call.world.batches.values()].filter(
    (batch) =>
      (state === "" || batchStateAt(batch, now) === state) &&
      (!queue || batch.queue === queue) &&
      (!name || batch.name.includes(name)) &&
      (!id || batch.id === id) &&
      (!owner || batch.owner === owner) &&
      (start === 0 || batch.createTime >= start) &&
      (end === 0 || batch.createTime <= end),
  );
  const sign = order.endsWith("DESC") ? -1 : 1;
  const duration = (batch: Batch) => sessionOf(batch, now, switches).duration;
  matching.sort((a, b) =>
    order.startsWith("CREATE") ? sign * (a.createTime - b.createTime) : sign * (duration(a) - duration(b)),
  );
  const sessions = matching.slice(from, from + size).map((batch) => sessionOf(batch, now, switches));
  return { from, total: matching.length, sessions };
}

/** Without `from` the last 100 lines. */
function batchLog(call: DliCall) {
  const batch = batchOf(call);
  if (call.switches.batchLog === "gone") {
    throw new DliError("DLI.0023", { en: "The API has been taken offline.", zh: "该接口已下线。" });
  }
  const lines = logLines(batch, call.now);
  const size = call.query.int("size", { min: 0, max: 1000, default: 100 });
  const last = Math.max(0, lines.length - size);
  const from = call.query.int("from", { min: 0, max: Number.MAX_SAFE_INTEGER, default: last });
  return { id: batch.id, from, total: lines.length, log: lines.slice(from, from + size) };
}

function batchOf({ world, param, switches }: DliCall): Batch {
  const id = param("id");
  const batch = world.batches.get(id);
  if (!batch) throw jobNotFound(switches.sqlNotFound, id);
  return batch;
}
