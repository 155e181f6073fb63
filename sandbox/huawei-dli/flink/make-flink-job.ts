import type { Random } from "../../kit/random";
import { DEFAULT_PROJECT_ID, IAM_USER } from "../accounts";
import { FLINK_PROGRAMS, type FlinkProgram } from "../catalogue/flink-programs";
import { FLINK_QUEUES, OWNERS, TAG_SETS } from "../catalogue/names";
import type { FlinkJob, FlinkPhase, FlinkStatus, Habit } from "./flink-job";
import { chainOf, streamGraph, wideGraph } from "./graph";

const DAY = 86_400_000;

/** What a definition is made of beyond its program. Instants are epoch ms. */
export interface FlinkWish {
  id: number;
  now: number;
  status: FlinkStatus;
  /** How long it has been in that status. */
  sinceMs?: number;
  desc?: string;
  habit?: Habit | null;
  edge?: boolean;
  rootId?: number;
  restarts?: number;
  operators?: number;
  savepoint?: string | null;
  program?: FlinkProgram;
}

/** A definition with every field of the documents' tables, varied by the program and the random. */
export function makeFlinkJob(random: Random, wish: FlinkWish): FlinkJob {
  const program = wish.program ?? random.pick(FLINK_PROGRAMS);
  const { id, now, status } = wish;
  const since = now - (wish.sinceMs ?? random.int(1, 90) * 60_000);
  const createTime = since - random.int(1, 200) * DAY;
  const startTime =
    status === "job_init" ? null : status === "job_submitting" ? since : since - random.int(10, 600) * 60_000;
  const parallelism = random.pick([1, 2, 4]);
  const operators = wish.operators
    ? wideGraph(wish.operators, random)
    : chainOf(program.operators, parallelism, random);
  const name = `${program.name}_${id % 1000}`;
  const phase: FlinkPhase = {
    status,
    from: since,
    desc: wish.desc ?? "",
    startTime,
    restarts: wish.restarts ?? 0,
    savepoint: wish.savepoint ?? null,
  };
  // A definition that lies there with an exception is one that is not restarted.
  const restarts = wish.habit != null || (status !== "job_running_exception" && random.chance(0.5));
  const tags = random.pick(TAG_SETS);
  return {
    id,
    origin: "world",
    message: { en: "The job information query succeeds.", zh: "查询作业信息成功。" },
    userName: random.pick(OWNERS),
    rootId: wish.rootId ?? -1,
    createTime,
    phases: [phase],
    habit: wish.habit ?? null,
    temper: { stop: "works", stopMs: random.int(4, 9) * 1000, run: "works" },
    operators,
    tags: tags.length > 0 ? tags : undefined,
    config: configOf(random, program, parallelism, operators, restarts, wish.rootId ?? -1),
    base: {
      name,
      desc: program.desc,
      job_type: wish.edge ? "flink_sql_edge_job" : program.type,
      queue_name: random.pick(FLINK_QUEUES),
      user_id: IAM_USER.id,
      project_id: DEFAULT_PROJECT_ID,
      sql_body: program.sql,
      run_mode: wish.edge ? "edge_node" : random.pick(["shared_cluster", "exclusive_cluster"]),
      main_class: program.mainClass,
      entrypoint_args: program.args,
      execution_graph: wish.operators || random.chance(0.6) ? streamGraph(random.hex(32), name, operators) : null,
      graph_editor_enabled: false,
      edge_group_ids: wish.edge ? [random.hex(32), random.hex(32)] : null,
    },
  };
}

function configOf(
  random: Random,
  program: FlinkProgram,
  parallelism: number,
  operators: FlinkJob["operators"],
  restarts: boolean,
  rootId: number,
): Record<string, unknown> {
  const jar = program.type === "flink_jar_job";
  const v2 = random.chance(0.25);
  const custom = random.chance(0.2);
  return {
    checkpoint_enabled: true,
    checkpoint_interval: random.pick([10, 60, 600]),
    checkpoint_mode: random.pick(["exactly_once", "at_least_once"]),
    checkpoint_path: random.pick([null, "lake-flink/checkpoints/"]),
    log_enabled: true,
    obs_bucket: "lake-flink",
    root_id: rootId,
    edge_group_ids: null,
    graph_editor_enabled: false,
    graph_editor_data: "",
    manager_cu_number: 1,
    executor_number: null,
    executor_cu_number: null,
    cu_number: random.pick([2, 4, 8, 16]),
    real_cu_number: random.pick([0, 3, 6]),
    parallel_number: parallelism,
    tm_cus: random.pick([1, 2]),
    tm_slot_num: random.pick([1, 3, null]),
    smn_topic: random.pick([null, "", "flink-alerts"]),
    restart_when_exception: restarts,
    resume_checkpoint: restarts,
    resume_max_num: restarts ? random.pick([-1, 5]) : 0,
    idle_state_retention: 3600,
    config_url: null,
    udf_jar_url: jar ? null : random.pick([null, "udf/geo-functions-2.4.jar"]),
    dirty_data_strategy: random.pick(["0", "1", "2:obs://lake-flink/dirty/", null]),
    entrypoint: jar ? `jobs/${program.name}-1.8.0.jar` : null,
    dependency_jars: jar ? ["libs/feature-client-3.1.jar", "libs/kafka-clients-3.4.0.jar"] : null,
    dependency_files: jar ? ["conf/rules.yaml"] : null,
    image: custom ? "lakehouse/flink-custom:1.15-geo" : null,
    feature: custom ? "custom" : "basic",
    flink_version: custom ? null : random.pick(["1.12", "1.15"]),
    operator_config: random.pick([
      "",
      null,
      JSON.stringify({
        operator_list: operators.map((operator) => ({ id: operator.id, parallelism: operator.parallelism })),
      }),
    ]),
    static_estimator_config: random.pick([
      null,
      JSON.stringify({
        operator_list: operators.map((operator) =>
          operator.type === "Source" ? { id: operator.id, output_rate: 2000 } : { id: operator.id, rate_factor: 0.55 },
        ),
      }),
    ]),
    runtime_config: random.pick([
      null,
      JSON.stringify([
        { key: "table.exec.mini-batch.enabled", value: "true" },
        { key: "table.exec.state.ttl", value: "1 h" },
      ]),
    ]),
    ...(v2
      ? {
          execution_agency_urn: `iam::${IAM_USER.domainId}:agency:dli_flink_agency`,
          resource_config_version: "v2",
          resource_config: {
            max_slot: parallelism,
            parallel_number: parallelism,
            jobmanager_resource_spec: { cpu: 1, memory: "4G" },
            taskmanager_resource_spec: { cpu: 2, memory: "8G" },
          },
        }
      : {}),
  };
}
