import { z } from "zod";
import { badParameter, DliError, flinkJobNotFound, type Text } from "../wire/errors";
import type { DliCall, Gateway } from "../wire/gateway";
import { matchesTags } from "../wire/query";
import { executeGraph } from "./execute-graph";
import { runFlinkJob, stopFlinkJob, triggerSavepoint, type Verdict } from "./flink-control";
import { FLINK_STATUSES, flinkPhase, flinkWord, jobType, type FlinkJob } from "./flink-job";
import { streamGraph } from "./graph";
import { flinkDetail, flinkListRow } from "./rows";

const TYPES = ["flink_sql_job", "flink_opensource_sql_job", "flink_sql_edge_job", "flink_jar_job"] as const;
const SUBMITTED: Text = { en: "The job is submitted successfully.", zh: "作业提交成功。" };
const STOP_DELIVERED: Text = {
  en: "The request for stopping DLI jobs is delivered successfully.",
  zh: "停止作业请求下发成功。",
};
const JobIds = z.object({
  job_ids: z.array(z.number().int()).min(1),
  resume_savepoint: z.boolean().default(false),
  trigger_savepoint: z.boolean().default(false),
});

/** Flink jobs: lists and details answer `is_success` as a string, refusals of single jobs come inside a 200. */
export function flinkRoutes(gateway: Gateway): void {
  const jobs = "/v1.0/:project/streaming/jobs";
  gateway.get(jobs, "string", listFlinkJobs);
  gateway.get(`${jobs}/:id`, "string", (call) => flinkDetail(jobOf(call), call.now, call.switches, call.language));
  gateway.get(`${jobs}/:id/execute-graph`, "string", (call) => executeGraph(jobOf(call), call));
  gateway.post(`${jobs}/run`, "string", async (call) => {
    const { ids, body } = await idsOf(call, "START");
    return ids.map((id) =>
      runAnswer(
        call,
        onJob(call, id, (job) => runFlinkJob(job, body.resume_savepoint, call.now)),
      ),
    );
  });
  gateway.post(`${jobs}/stop`, "string", stop);
  gateway.delete(`${jobs}/:id`, "string", (call) => {
    const job = jobOf(call);
    call.mayChange(`jobs.flink.${job.id}`, "DELETE");
    call.world.flink.delete(job.id);
    return { is_success: true, message: "The job is deleted successfully." };
  });
  gateway.post(`${jobs}/delete`, "string", async (call) => {
    const { ids } = await idsOf(call, "DELETE");
    return ids.map((id) => {
      const gone = call.world.flink.delete(id);
      return { is_success: gone, message: gone ? "" : `The Flink job ${id} does not exist.` };
    });
  });
  gateway.post(`${jobs}/:id/savepoint`, "string", (call) => {
    const job = jobOf(call);
    call.mayChange(`jobs.flink.${job.id}`, "SAVEPOINT");
    const { refused } = triggerSavepoint(job, call.now);
    if (refused !== null) return { is_success: false, message: refused[call.language] };
    const json = '{"is_success":"true","message":"api.msg.deal_savepoint_success"}';
    return {
      is_success: true,
      message: call.switches.savepointMessage === "json" ? json : "The savepoint is triggered.",
    };
  });
  gateway.post("/v3/:project/streaming/jobs/:id/gen-graph", "boolean", (call) => {
    const job = jobOf(call);
    const graph = streamGraph("", String(job.base.name), job.operators);
    return { is_success: true, message: "", error_code: "", stream_graph: graph };
  });
}

/** `limit` is 10 unless said, 100 at most. Children of an edge parent only with its `root_job_id`. */
function listFlinkJobs(call: DliCall) {
  const { query, now, switches } = call;
  const limit = query.int("limit", { min: 0, max: 100, default: 10 });
  const offset = query.int("offset", { min: 0, max: Number.MAX_SAFE_INTEGER, default: 0 });
  const order = query.oneOf("order", ["desc", "asc"], "desc");
  const type = query.oneOf("job_type", ["", ...TYPES], "");
  const status = query.oneOf("status", ["", ...FLINK_STATUSES], "");
  const detailed = query.bool("show_detail");
  const root = query.int("root_job_id", { min: -1, max: Number.MAX_SAFE_INTEGER, default: -1 });
  const [name, queue, user, tags] = (["name", "queue_name", "user_name", "tags"] as const).map((key) =>
    query.text(key),
  );
  const matching = [...call.world.flink.values()].filter((job) => {
    const phase = flinkPhase(job, now);
    return (
      job.rootId === root &&
      (type === "" || jobType(job, switches) === type) &&
      (status === "" || phase.status === status || flinkWord(job, phase, switches) === status) &&
      (!name || String(job.base.name).includes(name)) &&
      (!queue || job.base.queue_name === queue) &&
      (!user || job.userName === user) &&
      matchesTags(tags ?? null, job.tags)
    );
  });
  const sign = order === "desc" ? -1 : 1;
  matching.sort((a, b) => sign * (a.createTime - b.createTime || a.id - b.id));
  return {
    is_success: true,
    message: call.language === "zh" ? "查询作业列表成功。" : "The job list query succeeds.",
    job_list: {
      total_count: matching.length,
      jobs: matching.slice(offset, offset + limit).map((job) => flinkListRow(job, now, detailed, switches)),
    },
  };
}

async function stop(call: DliCall) {
  const { switches, now } = call;
  const { ids, body } = await idsOf(call, "STOP");
  const verdicts = ids.map((id) =>
    onJob(call, id, (job) => {
      const verdict = stopFlinkJob(job, body.trigger_savepoint, now, switches);
      if (!verdict.stopped || verdict.refused === null) return verdict;
      if (switches.stopStopped === "accepted") return { refused: null };
      if (switches.stopStopped === "refused-in-200") return verdict;
      throw new DliError(switches.stopStopped, verdict.refused);
    }),
  );
  const elements = verdicts.map((verdict) => ({
    is_success: verdict.refused === null,
    message: (verdict.refused ?? STOP_DELIVERED)[call.language],
  }));
  const refused = elements.filter((element) => !element.is_success);
  if (switches.stopAnswer === "object") return refused[0] ?? elements[0];
  if (switches.stopAnswer === "array") return elements;
  // One element speaks for all that were accepted, as in the vendor's example.
  return [...elements.filter((element) => element.is_success).slice(0, 1), ...refused];
}

async function idsOf(call: DliCall, action: string) {
  call.mayChange("jobs.flink.*", action);
  const parsed = JobIds.safeParse(await call.body());
  if (!parsed.success) throw badParameter(String(parsed.error.issues[0]?.path[0] ?? "body"));
  const { job_ids: ids } = parsed.data;
  if (call.switches.maxJobIds > 0 && ids.length > call.switches.maxJobIds) throw badParameter("job_ids");
  return { ids, body: parsed.data };
}

function onJob(call: DliCall, id: number, act: (job: FlinkJob) => Verdict): Verdict {
  const job = call.world.flink.get(id);
  if (job) return act(job);
  return {
    refused: { en: `DLI.16001: The Flink job ${id} does not exist.`, zh: `DLI.16001: Flink 作业 ${id} 不存在。` },
  };
}

function runAnswer({ language }: DliCall, { refused }: Verdict) {
  return { is_success: refused === null, message: (refused ?? SUBMITTED)[language] };
}

function jobOf({ world, param, switches }: DliCall): FlinkJob {
  const id = param("id");
  if (!/^\d+$/.test(id)) throw badParameter("job_id");
  const job = world.flink.get(Number(id));
  if (!job) throw flinkJobNotFound(switches.flinkNotFound, id);
  return job;
}
