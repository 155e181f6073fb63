import type { DliSwitches } from "../switches";
import { jsonString } from "../wire/dress";
import type { Text } from "../wire/errors";
import {
  flinkDuration,
  flinkPhase,
  flinkWord,
  jobType,
  startTimeShown,
  type FlinkJob,
  type FlinkPhase,
} from "./flink-job";
import { simpleGraph, streamGraph } from "./graph";

/** The answer of the detail query (contract page 2.9); user_name, duration and root_id are not in it. */
export function flinkDetail(job: FlinkJob, now: number, switches: DliSwitches, language: keyof Text) {
  const phase = flinkPhase(job, now);
  return { is_success: true, message: job.message[language], job_detail: detailFields(job, phase, switches, "detail") };
}

/** One element of the list's `jobs`, by whether details were asked for (contract page 2.8). */
export function flinkListRow(job: FlinkJob, now: number, showDetail: boolean, switches: DliSwitches) {
  const phase = flinkPhase(job, now);
  const bare = {
    job_id: job.id,
    name: job.base.name,
    desc: job.base.desc,
    job_type: jobType(job, switches),
    status: flinkWord(job, phase, switches),
    status_desc: phase.desc,
    create_time: job.createTime,
    start_time: startTime(job, phase, switches, "list"),
    graph_editor_enabled: job.base.graph_editor_enabled ?? false,
    has_savepoint: phase.savepoint !== null,
    queue_name: job.base.queue_name,
    restart_times: phase.restarts,
    savepoint_path: phase.savepoint,
    edge_group_ids: job.base.edge_group_ids ?? null,
  };
  const row = { ...userFields(job, switches), duration: flinkDuration(phase, now), root_id: job.rootId };
  const detailed = { ...detailFields(job, phase, switches, "list"), ...bare };
  switch (switches.flinkListShape) {
    case "all":
      return { ...detailed, ...row };
    case "bare":
      return { ...bare, ...row };
    case "swapped":
      return showDetail ? { ...bare, ...row } : detailed;
    default:
      return showDetail ? detailed : { ...bare, ...row };
  }
}

function detailFields(job: FlinkJob, phase: FlinkPhase, switches: DliSwitches, where: "detail" | "list") {
  const { base, config } = job;
  return {
    job_id: job.id,
    ...base,
    job_type: jobType(job, switches),
    status: flinkWord(job, phase, switches),
    status_desc: phase.desc,
    create_time: job.createTime,
    update_time: phase.from,
    start_time: startTime(job, phase, switches, where),
    execution_graph: jsonString(graphText(job, switches), switches.jsonStrings),
    job_config: {
      ...config,
      ...textField("operator_config", operatorConfig(job, switches), config, switches),
      ...textField("static_estimator_config", config.static_estimator_config, config, switches),
      ...textField("runtime_config", config.runtime_config, config, switches),
    },
    // The documents' own definitions show these only once they mean something.
    ...(job.origin === "document" && phase.savepoint === null && !("savepoint_path" in base)
      ? {}
      : { savepoint_path: phase.savepoint }),
    ...(job.origin === "document" ? {} : { has_savepoint: phase.savepoint !== null, restart_times: phase.restarts }),
  };
}

function startTime(job: FlinkJob, phase: FlinkPhase, switches: DliSwitches, where: "detail" | "list") {
  const at = startTimeShown(phase, job, switches);
  if (at !== null) return at;
  switch (switches.flinkNeverStarted) {
    case "zero":
      return 0;
    case "null":
      return null;
    case "missing":
      return undefined;
    default:
      return where === "list" ? 0 : null;
  }
}

function userFields(job: FlinkJob, { flinkUserField }: DliSwitches) {
  return {
    ...(flinkUserField === "user_name" || flinkUserField === "both" ? { user_name: job.userName } : {}),
    ...(flinkUserField === "username" || flinkUserField === "both" ? { username: job.userName } : {}),
  };
}

function graphText(job: FlinkJob, switches: DliSwitches): string | null | undefined {
  switch (switches.executionGraph) {
    case "null":
      return null;
    case "placeholder":
      return "xxx";
    case "stream-graph":
      return streamGraph("4e966f43f2c90b0e1bf3188ecf55504b", String(job.base.name), job.operators);
    case "simple-graph":
      return simpleGraph(job.operators);
    default:
      return text(job.base.execution_graph);
  }
}

function operatorConfig(job: FlinkJob, switches: DliSwitches): unknown {
  switch (switches.operatorConfig) {
    case "operator-list":
      return JSON.stringify({ operator_list: job.operators.map(({ id, parallelism }) => ({ id, parallelism })) });
    case "id-map":
      return JSON.stringify(Object.fromEntries(job.operators.map(({ id, parallelism }) => [id, parallelism])));
    case "empty":
      return "";
    case "null":
      return null;
    case "placeholder":
      return "xxx";
    default:
      return job.config.operator_config;
  }
}

function textField(name: string, value: unknown, config: Record<string, unknown>, switches: DliSwitches) {
  return name in config ? { [name]: jsonString(text(value), switches.jsonStrings) } : {};
}

function text(value: unknown): string | null | undefined {
  return typeof value === "string" || value === null ? value : undefined;
}
