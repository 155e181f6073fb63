import { afterAll, beforeAll, expect, test } from "vitest";
import { TestSandbox } from "./testing";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await TestSandbox.start();
});
afterAll(() => sandbox.close());

// The example bodies below are the vendor's, character by character.

test("Querying Job Status", async () => {
  const answer = await sandbox.get("/v1.0/{p}/jobs/208b08d4-0dc2-4dd7-8879-ddd4c020d7aa/status");
  expect(answer.status).toBe(200);
  expect(answer.body).toStrictEqual(
    JSON.parse(
      String.raw`{ "is_success": true, "message": "", "job_id": "208b08d4-0dc2-4dd7-8879-ddd4c020d7aa", "job_type": "QUERY", "job_mode":"async", "queue_name": "default", "owner": "test", "start_time": 1509335108918, "duration": 2523, "status": "FINISHED", "input_size": 22, "result_count": 4, "database_name":"dbtest", "table_name":"tbtest", "detail": "{\"type\":\"struct\",\"fields\":[{\"name\":\"id\",\"type\":\"integer\",\"nullable\":true,\"metadata\":{}},{\"name\":\"name\",\"type\":\"string\",\"nullable\":true,\"metadata\":{}}]}", "statement": "select * from t1" }`,
    ),
  );
});

test("Querying the Job Execution Progress", async () => {
  const answer = await sandbox.get("/v1/{p}/jobs/85798b38-ae44-48eb-bb90-7cf0dcdafe7b/progress");
  expect(answer.status).toBe(200);
  expect(answer.body).toStrictEqual({
    is_success: true,
    message: "",
    job_id: "85798b38-ae44-48eb-bb90-7cf0dcdafe7b",
    status: "RUNNING",
    sub_job_id: 0,
    progress: 0,
    sub_jobs: [
      {
        id: 0,
        name: "runJob at FileFormatWriter.scala:266",
        submission_time: "Mon Jul 27 17:24:03 CST 2020",
        stage_ids: [0],
        job_group: "85798b38-ae44-48eb-bb90-7cf0dcdafe7b",
        status: "RUNNING",
        num_tasks: 1,
        num_active_tasks: 1,
        num_completed_tasks: 0,
        num_skipped_tasks: 0,
        num_failed_tasks: 0,
        num_killed_tasks: 0,
        num_completed_indices: 0,
        num_active_stages: 1,
        num_completed_stages: 0,
        num_skipped_stages: 0,
        num_failed_stages: 0,
      },
    ],
  });
});

test("Querying Job Details of a JAR job", async () => {
  const answer = await sandbox.get("/v1.0/{p}/streaming/jobs/104");
  expect(answer.body).toStrictEqual({
    is_success: "true",
    message: "Job detail query succeeds.",
    job_detail: {
      job_id: 104,
      user_id: "011c99a26ae84a1bb963a75e7637d3fd",
      queue_name: "flinktest",
      project_id: "330e068af1334c9782f4226acc00a2e2",
      name: "jptest",
      desc: "",
      sql_body: "",
      run_mode: "exclusive_cluster",
      job_type: "flink_jar_job",
      job_config: {
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
      main_class: null,
      entrypoint_args: null,
      execution_graph: null,
      status: "job_init",
      status_desc: "",
      create_time: 1578466221525,
      update_time: 1578467395713,
      start_time: null,
    },
  });
});

test("Querying Job Details of an OpenSource SQL job", async () => {
  const answer = await sandbox.get("/v1.0/{p}/streaming/jobs/90634");
  expect(answer.body).toStrictEqual({
    is_success: "true",
    message: "The job information query succeeds.",
    job_detail: {
      job_type: "flink_opensource_sql_job",
      status_desc: "",
      create_time: 1637632872828,
      sql_body: "xxx",
      savepoint_path: null,
      main_class: null,
      queue_name: "xie_container_general",
      execution_graph: "xxx",
      start_time: 1638433497621,
      update_time: 1638449337993,
      job_config: {
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
      user_id: "xxx",
      project_id: "xxx",
      run_mode: "exclusive_cluster",
      job_id: 90634,
      name: "test_guoquan",
      desc: "",
      entrypoint_args: null,
      status: "job_cancel_success",
    },
  });
});
