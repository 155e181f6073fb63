import type { FlinkJob, FlinkPhase } from "./flink-job";
import { chainOf } from "./graph";
import { Random } from "../../kit/random";

/** The ids of the document "Querying Job Details". */
export const DRAFT_EXAMPLE = 104;
export const STOPPED_EXAMPLE = 90634;

const COMMON = {
  origin: "document" as const,
  userName: "test",
  rootId: -1,
  habit: null,
  temper: { stop: "works" as const, stopMs: 5000, run: "works" as const },
};

/** The two definitions that the document shows, with the keys that it shows and no others. */
export function documentFlinkJobs(): FlinkJob[] {
  return [draft(), stopped()];
}

function draft(): FlinkJob {
  const phase: FlinkPhase = {
    status: "job_init",
    from: 1578467395713,
    desc: "",
    startTime: null,
    restarts: 0,
    savepoint: null,
  };
  return {
    ...COMMON,
    id: DRAFT_EXAMPLE,
    message: { en: "Job detail query succeeds.", zh: "查询作业详情成功。" },
    createTime: 1578466221525,
    phases: [phase],
    operators: chainOf(["Source: input", "Map", "Sink: print"], 1, new Random(DRAFT_EXAMPLE)),
    base: {
      user_id: "011c99a26ae84a1bb963a75e7637d3fd",
      queue_name: "flinktest",
      project_id: "330e068af1334c9782f4226acc00a2e2",
      name: "jptest",
      desc: "",
      sql_body: "",
      run_mode: "exclusive_cluster",
      job_type: "flink_jar_job",
      main_class: null,
      entrypoint_args: null,
      execution_graph: null,
    },
    config: {
      checkpoint_enabled: false,
      checkpoint_interval: 10,
      checkpoint_mode: "exactly_once",
      log_enabled: false,
      obs_bucket: null,
      root_id: -1,
      edge_group_ids: null,
      graph_editor_enabled: false,
      graph_editor_data: "",
      manager_cu_number: 1,
      executor_number: null,
      executor_cu_number: null,
      cu_number: 2,
      parallel_number: 1,
      smn_topic: null,
      restart_when_exception: false,
      idle_state_retention: 3600,
      config_url: null,
      udf_jar_url: null,
      dirty_data_strategy: null,
      entrypoint: "FemaleInfoCollection.jar",
      dependency_jars: ["FemaleInfoCollection.jar", "ObsBatchTest.jar"],
      dependency_files: ["FemaleInfoCollection.jar", "ReadFromResource"],
    },
  };
}

function stopped(): FlinkJob {
  const phase: FlinkPhase = {
    status: "job_cancel_success",
    from: 1638449337993,
    desc: "",
    startTime: 1638433497621,
    restarts: 0,
    savepoint: null,
  };
  return {
    ...COMMON,
    id: STOPPED_EXAMPLE,
    message: { en: "The job information query succeeds.", zh: "查询作业信息成功。" },
    createTime: 1637632872828,
    phases: [phase],
    operators: chainOf(["Source: input", "Calc", "Sink: output"], 3, new Random(STOPPED_EXAMPLE)),
    base: {
      job_type: "flink_opensource_sql_job",
      sql_body: "xxx",
      savepoint_path: null,
      main_class: null,
      queue_name: "xie_container_general",
      execution_graph: "xxx",
      user_id: "xxx",
      project_id: "xxx",
      run_mode: "exclusive_cluster",
      name: "test_guoquan",
      desc: "",
      entrypoint_args: null,
    },
    config: {
      checkpoint_enabled: true,
      checkpoint_interval: 600,
      checkpoint_mode: "exactly_once",
      log_enabled: true,
      obs_bucket: "dli-test",
      root_id: -1,
      edge_group_ids: null,
      graph_editor_enabled: false,
      graph_editor_data: "",
      manager_cu_number: 1,
      executor_number: null,
      executor_cu_number: null,
      cu_number: 2,
      parallel_number: 3,
      smn_topic: "",
      restart_when_exception: true,
      resume_checkpoint: true,
      resume_max_num: -1,
      checkpoint_path: null,
      idle_state_retention: 3600,
      config_url: null,
      udf_jar_url: "test/flink_test-1.0-SNAPSHOT-jar-with-dependencies.jar",
      dirty_data_strategy: "0",
      entrypoint: "test/flink_test-1.0-SNAPSHOT-jar-with-dependencies.jar",
      dependency_jars: null,
      dependency_files: null,
      tm_cus: 1,
      tm_slot_num: 3,
      image: null,
      feature: null,
      flink_version: null,
      operator_config: "xxx",
      static_estimator_config: "xxx",
      runtime_config: null,
    },
  };
}
