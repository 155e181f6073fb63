import type { FieldShow, FlinkField } from "@/components/panels/huawei-dli/flink-field";
import {
  checkpointModeWords,
  dirtyDataWords,
  featureWords,
  isDefaultSlots,
  jobTypeWords,
  neverStartedWords,
  ownPanelWords,
  parentWords,
  restartLimitWords,
  runModeWords,
  statusWords,
  usedCuWords,
} from "@/components/panels/huawei-dli/flink-words";

export interface FlinkGroup {
  title: string;
  fields: FlinkField[];
}

type More = Pick<FlinkField, "words" | "isDefault">;
const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const field =
  (from: FlinkField["from"]) =>
  (key: string, label: string, show: FieldShow = "text", more: More = {}): FlinkField => ({
    from,
    key,
    vendorKey: `${from === "job" ? "" : "job_config."}${snake(key)}`,
    label,
    show,
    ...more,
  });
const job = field("job");
const config = field("config");
const byDefault = (expected: unknown): More => ({ isDefault: (value) => value === expected });

/** Every field of the two documents, in the groups an operator thinks in, each with a label of its own. */
export const FLINK_GROUPS: readonly FlinkGroup[] = [
  {
    title: "General",
    fields: [
      job("desc", "Description"),
      job("jobType", "Job type", "text", { words: jobTypeWords }),
      job("runMode", "Run mode", "text", { words: runModeWords }),
      job("jobId", "Job ID", "mono"),
      job("name", "Name"),
      job("status", "Status", "text", { words: statusWords }),
      job("statusDesc", "Status description"),
      job("queueName", "Queue"),
      job("userName", "User"),
      job("userId", "User ID", "mono"),
      job("projectId", "Project", "mono"),
      job("rootId", "Parent job", "text", { words: parentWords }),
      config("rootId", "Root job", "text", { words: parentWords }),
      job("createTime", "Created", "instant"),
      job("startTime", "Started", "instant", { words: neverStartedWords }),
      job("updateTime", "Updated", "instant"),
      job("duration", "Run time", "ms"),
    ],
  },
  {
    title: "Checkpointing and savepoints",
    fields: [
      config("checkpointEnabled", "Checkpointing", "flag", byDefault(false)),
      config("checkpointInterval", "Checkpoint interval", "seconds", byDefault(10)),
      config("checkpointMode", "Checkpoint mode", "text", {
        words: checkpointModeWords,
        isDefault: (value) => value === "exactly_once",
      }),
      config("checkpointPath", "Checkpoint path", "mono"),
      job("hasSavepoint", "Has a savepoint", "flag"),
      job("savepointPath", "Savepoint path", "mono"),
    ],
  },
  {
    title: "Resources",
    fields: [
      config("cuNumber", "CUs asked for", "cu", byDefault(2)),
      config("realCuNumber", "CUs used", "cu", { words: usedCuWords, isDefault: (value) => value === 0 }),
      config("managerCuNumber", "Manager CUs", "cu", byDefault(1)),
      config("parallelNumber", "Parallelism", "count", byDefault(1)),
      config("tmCus", "CUs per TaskManager", "cu"),
      config("tmSlotNum", "Slots per TaskManager", "count", { isDefault: isDefaultSlots }),
      config("executorNumber", "Compute nodes", "count"),
      config("executorCuNumber", "CUs per compute node", "cu"),
      config("resourceConfigVersion", "Resource model"),
      config("resourceConfig.maxSlot", "Slots at most", "count"),
      config("resourceConfig.parallelNumber", "Parallelism in the resource model", "count"),
      config("resourceConfig.jobmanagerResourceSpec.cpu", "JobManager CPU cores", "count"),
      config("resourceConfig.jobmanagerResourceSpec.memory", "JobManager memory"),
      config("resourceConfig.taskmanagerResourceSpec.cpu", "TaskManager CPU cores", "count"),
      config("resourceConfig.taskmanagerResourceSpec.memory", "TaskManager memory"),
    ],
  },
  {
    title: "Restart and recovery",
    fields: [
      config("restartWhenException", "Restart on exception", "flag"),
      config("resumeCheckpoint", "Restore from the latest checkpoint", "flag", byDefault(false)),
      config("resumeMaxNum", "Restarts at most", "count", { words: restartLimitWords }),
      job("restartTimes", "Restarts so far", "count"),
    ],
  },
  {
    title: "Data and logging",
    fields: [
      config("dirtyDataStrategy", "Dirty data", "text", { words: dirtyDataWords }),
      config("idleStateRetention", "Idle state retention", "seconds", byDefault(3600)),
      config("logEnabled", "Save the job log", "flag", byDefault(false)),
      config("obsBucket", "OBS bucket", "mono"),
    ],
  },
  { title: "Alerts", fields: [config("smnTopic", "SMN topic", "mono")] },
  {
    title: "Program and dependencies",
    fields: [
      job("mainClass", "Main class", "mono"),
      config("entrypoint", "Program JAR", "mono"),
      job("entrypointArgs", "Program arguments", "mono"),
      config("dependencyJars", "Dependency JARs", "list"),
      config("dependencyFiles", "Dependency files", "list"),
      config("udfJarUrl", "UDF JAR", "mono"),
      config("configUrl", "Configuration package", "mono"),
      config("executionAgencyUrn", "Execution agency", "mono"),
      job("sqlBody", "SQL text", "text", { words: ownPanelWords("Stream SQL") }),
      job("executionGraph", "Execution plan", "text", { words: ownPanelWords("Execution graph") }),
    ],
  },
  {
    title: "Image and version",
    fields: [
      config("feature", "Image type", "text", { words: featureWords }),
      config("image", "Custom image", "mono"),
      config("flinkVersion", "Flink version"),
    ],
  },
  {
    title: "Tuning",
    fields: [
      config("operatorConfig", "Operator parallelism", "operators"),
      config("runtimeConfig", "Runtime settings", "settings"),
      config("staticEstimatorConfig", "Resource estimate", "estimate"),
    ],
  },
  {
    title: "Edge and editor",
    fields: [
      job("edgeGroupIds", "Edge groups", "list"),
      config("edgeGroupIds", "Edge groups of the configuration", "list"),
      job("graphEditorEnabled", "Graph can be edited", "flag"),
      config("graphEditorEnabled", "Graph editor", "flag", byDefault(false)),
      config("graphEditorData", "Graph editor data", "mono"),
    ],
  },
];

/** Ours, and the envelope's: no part of the two documents. */
const NOT_FIELDS = ["type", "jobConfig", "billing", "executeGraph", "isSuccess", "message", "username"];

function unknownOf(document: Readonly<Record<string, unknown>>, known: ReadonlySet<string>): [string, unknown][] {
  return Object.entries(document).filter(
    ([key, value]) => value !== undefined && !known.has(key) && !/.Parsed$/.test(key),
  );
}

/** What newer editions add and nobody has taught us: by name, at the end, so that nothing is lost. */
export function unknownFields(documents: { job: Record<string, unknown>; config: Record<string, unknown> }) {
  const names = (from: FlinkField["from"]) =>
    FLINK_GROUPS.flatMap(({ fields }) =>
      fields.filter((one) => one.from === from).map(({ key }) => key.split(".")[0] ?? key),
    );
  const configNames = names("config");
  return [
    ...unknownOf(documents.job, new Set([...names("job"), ...configNames, ...NOT_FIELDS])),
    ...unknownOf(documents.config, new Set(configNames)),
  ];
}
