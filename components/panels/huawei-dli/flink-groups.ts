import type { FieldSpec } from "@/components/panels/field-facts";
import type { DliFlinkDetails } from "@/lib/contract/details/huawei-dli";

export interface FlinkGroup {
  title: string;
  fields: FieldSpec[];
}

const DIRTY: Record<string, string> = { "0": "ignored", "1": "raise an exception" };

function dirtyNote(strategy: string | null | undefined): string | undefined {
  if (!strategy) return undefined;
  return DIRTY[strategy] ?? (strategy.startsWith("2:") ? "saved there" : undefined);
}

/** What a definition's document says, by subject; defaults by the vendor's page "Querying Job Details", Table 4. */
export function flinkGroups(job: DliFlinkDetails): FlinkGroup[] {
  const config = job.jobConfig ?? undefined;
  const resources = config?.resourceConfig ?? undefined;
  return [
    {
      title: "General",
      fields: [
        { label: "Description", value: job.desc },
        { label: "Status", value: job.statusDesc },
        { label: "Job type", value: job.jobType },
        { label: "Run mode", value: job.runMode },
        { label: "User", value: job.userName, note: job.userId ?? undefined },
        { label: "Project", value: job.projectId },
        { label: "Queue", value: job.queueName },
        { label: "Root", value: job.rootId ?? config?.rootId, note: job.rootId === -1 ? "no parent" : undefined },
        { label: "Created", value: job.createTime, unit: "epoch" },
        { label: "Started", value: job.startTime, unit: "epoch" },
        { label: "Updated", value: job.updateTime, unit: "epoch" },
        { label: "Running for", value: job.duration, unit: "ms" },
      ],
    },
    {
      title: "Checkpointing and savepoints",
      fields: [
        { label: "Checkpointing", value: config?.checkpointEnabled, fallback: false },
        { label: "Interval", value: config?.checkpointInterval, unit: "seconds", fallback: 10 },
        { label: "Mode", value: config?.checkpointMode, fallback: "exactly_once" },
        { label: "Checkpoint path", value: config?.checkpointPath },
        { label: "Has a savepoint", value: job.hasSavepoint },
        { label: "Savepoint path", value: job.savepointPath },
        { label: "Idle state kept", value: config?.idleStateRetention, unit: "seconds", fallback: 3600 },
      ],
    },
    {
      title: "Resources",
      fields: [
        { label: "Asked for", value: config?.cuNumber, unit: "cu", fallback: 2 },
        {
          label: "Used",
          value: config?.realCuNumber,
          unit: "cu",
          note: config?.realCuNumber === 0 ? "as many as were asked for" : undefined,
        },
        { label: "Management unit", value: config?.managerCuNumber, unit: "cu", fallback: 1 },
        { label: "Parallelism", value: config?.parallelNumber, unit: "count", fallback: 1 },
        { label: "Executors", value: config?.executorNumber, unit: "count" },
        { label: "Each executor", value: config?.executorCuNumber, unit: "cu" },
        { label: "Each task manager", value: config?.tmCus, unit: "cu" },
        { label: "Slots of a task manager", value: config?.tmSlotNum, unit: "count" },
        { label: "Resource settings", value: config?.resourceConfigVersion },
        { label: "Most slots", value: resources?.maxSlot, unit: "count" },
        { label: "Parallelism there", value: resources?.parallelNumber, unit: "count" },
        { label: "Job manager", value: resources?.jobmanagerResourceSpec },
        { label: "Task manager", value: resources?.taskmanagerResourceSpec },
      ],
    },
    {
      title: "Restart and recovery",
      fields: [
        { label: "Restart when an exception occurs", value: config?.restartWhenException, fallback: false },
        {
          label: "Restarts an hour",
          value: config?.resumeMaxNum,
          unit: "count",
          note: config?.resumeMaxNum === -1 ? "no upper limit" : "at most",
        },
        { label: "Restarted so far", value: job.restartTimes, unit: "count" },
        { label: "From the latest checkpoint", value: config?.resumeCheckpoint, fallback: false },
      ],
    },
    {
      title: "Data and logging",
      fields: [
        { label: "Log kept", value: config?.logEnabled, fallback: false },
        { label: "OBS bucket", value: config?.obsBucket },
        { label: "Dirty data", value: config?.dirtyDataStrategy, note: dirtyNote(config?.dirtyDataStrategy) },
      ],
    },
    { title: "Alerts", fields: [{ label: "SMN topic", value: config?.smnTopic }] },
    {
      title: "Program and dependencies",
      fields: [
        { label: "Main class", value: job.mainClass },
        { label: "Arguments", value: job.entrypointArgs },
        { label: "Program", value: config?.entrypoint },
        { label: "Libraries", value: config?.dependencyJars },
        { label: "Files", value: config?.dependencyFiles },
        { label: "UDF library", value: config?.udfJarUrl },
        { label: "Configuration file", value: config?.configUrl },
        { label: "Agency", value: config?.executionAgencyUrn },
      ],
    },
    {
      title: "Image and version",
      fields: [
        {
          label: "Feature",
          value: config?.feature,
          note: config?.feature === "basic" ? "the vendor's own image" : undefined,
        },
        { label: "Image", value: config?.image },
        { label: "Flink version", value: config?.flinkVersion },
      ],
    },
    {
      title: "Tuning",
      fields: [
        {
          label: "Operators' parallelism",
          value: config?.operatorConfigParsed ?? config?.operatorConfig,
          unit: "json",
        },
        { label: "Runtime settings", value: config?.runtimeConfigParsed ?? config?.runtimeConfig, unit: "json" },
        {
          label: "Resource estimate",
          value: config?.staticEstimatorConfigParsed ?? config?.staticEstimatorConfig,
          unit: "json",
        },
      ],
    },
    {
      title: "Edge and editor",
      fields: [
        { label: "Edge groups", value: job.edgeGroupIds ?? config?.edgeGroupIds },
        { label: "Diagram editing", value: config?.graphEditorEnabled ?? job.graphEditorEnabled, fallback: false },
        { label: "Diagram", value: config?.graphEditorDataParsed ?? config?.graphEditorData, unit: "json" },
      ],
    },
  ];
}
