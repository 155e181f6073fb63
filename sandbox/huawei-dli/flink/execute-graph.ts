import type { DliCall } from "../wire/gateway";
import { DliError } from "../wire/errors";
import { flinkPhase, startTimeShown, type FlinkJob, type FlinkPhase, type Operator } from "./flink-job";
import { runId } from "./graph";

const FLINK_STATES =
  `CREATED RUNNING FAILING FAILED FINISHED CANCELLING CANCELED RESTARTING SUSPENDED SUSPENDING RECONCILING`.split(" ");
const TASK_STATES = "CREATED SCHEDULED DEPLOYING RUNNING FINISHED CANCELING CANCELED FAILED RECONCILING".split(" ");

/** `GET …/execute-graph`: Flink's own document of the running job (contract page 2.13). */
export function executeGraph(job: FlinkJob, call: DliCall) {
  const { now, switches } = call;
  const phase = flinkPhase(job, now);
  const state = flinkState(phase);
  if (state === null) return ofStopped(job, phase, call);
  const start = startTimeShown(phase, job, switches) ?? now;
  const jid = runId(job.id, start);
  const head = {
    jid,
    name: "",
    isStoppable: false,
    state,
    "start-time": start,
    "end-time": -1,
    duration: now - start,
  };
  const full = {
    ...head,
    now,
    timestamps: timestamps(state, start, phase.from),
    vertices: job.operators.map((operator, depth) => vertex(operator, depth, start, now, state)),
    "status-counts": { RUNNING: job.operators.length },
    "jmx-metric-port": -1,
    plan: { jid, name: "", nodes: job.operators.map(planNode) },
  };
  return {
    is_success: true,
    message: "",
    execute_graph: switches.executeGraphBody === "full" ? full : head,
  };
}

function flinkState(phase: FlinkPhase): string | null {
  switch (phase.status) {
    case "job_running":
    case "job_savepointing":
    case "job_cancel_fail":
      return "RUNNING";
    case "job_canceling":
      return "CANCELLING";
    default:
      return null;
  }
}

function ofStopped(job: FlinkJob, phase: FlinkPhase, { switches }: DliCall) {
  const text = `The job ${job.id} does not exist or is not running (${phase.status}).`;
  if (switches.executeGraphOfStopped === "200-false") return { is_success: false, message: text };
  if (switches.executeGraphOfStopped === "200-empty") return { is_success: true, message: "", execute_graph: null };
  throw new DliError("DLI.11098", { en: text, zh: `作业 ${job.id} 不存在或未运行（${phase.status}）。` });
}

function timestamps(state: string, start: number, phaseFrom: number): Record<string, number> {
  const known: Record<string, number> = {
    CREATED: start,
    RUNNING: start + 229,
    CANCELLING: state === "CANCELLING" ? phaseFrom : 0,
  };
  return Object.fromEntries(FLINK_STATES.map((name) => [name, known[name] ?? 0]));
}

function vertex(operator: Operator, depth: number, start: number, now: number, state: string) {
  const from = start + 300 + depth * 7;
  const seconds = Math.max(0, (now - from) / 1000);
  const rate = 40 + (Number.parseInt(operator.id.slice(0, 4), 16) % 900);
  const records = Math.floor(seconds * rate);
  const reads = operator.type === "Source" ? 0 : records;
  const writes = operator.type === "Sink" ? 0 : records;
  const status = state === "CANCELLING" ? "CANCELING" : "RUNNING";
  const level = Number.parseInt(operator.id.slice(4, 6), 16);
  return {
    id: operator.id,
    name: operator.name,
    parallelism: operator.parallelism,
    status,
    "start-time": from,
    "end-time": -1,
    duration: Math.max(0, now - from),
    tasks: Object.fromEntries(TASK_STATES.map((name) => [name, name === status ? operator.parallelism : 0])),
    metrics: {
      "read-bytes": reads * 212,
      "read-bytes-complete": true,
      "write-bytes": writes * 180,
      "write-bytes-complete": true,
      "read-records": reads,
      "read-records-complete": true,
      "write-records": writes,
      "write-records-complete": true,
    },
    // Only running vertices have one.
    ...(status === "RUNNING" ? { "backpressure-level": level > 240 ? "high" : level > 200 ? "low" : "ok" } : {}),
  };
}

function planNode(operator: Operator) {
  return {
    id: operator.id,
    parallelism: operator.parallelism,
    operator: "",
    operator_strategy: "",
    description: operator.name,
    inputs: operator.inputs.map((id, num) => ({
      num,
      id,
      ship_strategy: num === 0 ? "FORWARD" : "HASH",
      exchange: "pipelined_bounded",
    })),
    optimizer_properties: {},
  };
}
