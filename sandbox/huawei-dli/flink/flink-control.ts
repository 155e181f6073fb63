import { past } from "../life/phases";
import type { DliSwitches } from "../switches";
import type { Text } from "../wire/errors";
import { flinkPhase, type FlinkJob, type FlinkPhase, type FlinkStatus } from "./flink-job";

const SECOND = 1000;
const STOPPABLE: readonly FlinkStatus[] = [
  "job_submitting",
  "job_running",
  "job_downloading",
  "job_idle",
  "job_cancel_fail",
  "job_savepointing",
  "job_arrearage_recovering",
];
const STARTABLE: readonly FlinkStatus[] = [
  "job_init",
  "job_submit_fail",
  "job_running_exception",
  "job_cancel_success",
  "job_finish",
];

/** The vendor's word on one job inside a 200; `refused` is why not. */
export interface Verdict {
  refused: Text | null;
  /** Refused because the job is not running, which is an open question of its own. */
  stopped?: boolean;
}

const ACCEPTED: Verdict = { refused: null };

/** Asks a definition's run to stop, from what it is in now; a savepoint is written first where one is asked for. */
export function stopFlinkJob(job: FlinkJob, withSavepoint: boolean, now: number, switches: DliSwitches): Verdict {
  const phase = flinkPhase(job, now);
  const waits = phase.status === "job_running_exception" && willRestart(job);
  if (!STOPPABLE.includes(phase.status) && !waits) {
    return { refused: inStatus(job, phase, "stopped", "停止"), stopped: true };
  }
  if (job.temper.stop === "refused")
    return {
      refused: {
        en: `The job ${job.id} is being operated, try again later.`,
        zh: `作业 ${job.id} 正在操作中，请稍后重试。`,
      },
    };
  if (job.temper.stop === "denied") return { refused: denied(job) };
  if (job.temper.stop === "ignored") return ACCEPTED;

  const lag = job.temper.stopMs;
  const legs: FlinkPhase[] = [];
  let at = now;
  let current: FlinkPhase = { ...phase, desc: "" };
  const leg = (status: FlinkStatus, ms: number, more: Partial<FlinkPhase> = {}) => {
    current = { ...current, ...more, status, from: at };
    legs.push(current);
    at += ms;
  };
  if (withSavepoint && phase.status === "job_running") {
    leg("job_savepointing", lag + 2 * SECOND);
    if (job.temper.stop === "savepoint-fails") {
      leg("job_running", 0, { desc: "Triggering the savepoint failed: checkpoint expired before completing." });
      return replan(job, now, legs);
    }
    current = { ...current, savepoint: savepointPath(job, at) };
  }
  if (job.temper.stop === "finishes") {
    leg("job_finish", 0);
    return replan(job, now, legs);
  }
  leg("job_canceling", lag);
  if (job.temper.stop === "fails" || switches.flinkStop === "job_cancel_fail") {
    leg("job_cancel_fail", 0, { desc: "Stopping the job failed: the JobManager did not answer within 60 s." });
  } else {
    leg("job_cancel_success", 0);
  }
  return replan(job, now, legs);
}

/** Runs a definition again: a new run with a new start time. Its savepoint is used up by that. */
export function runFlinkJob(job: FlinkJob, resume: boolean, now: number): Verdict {
  const phase = flinkPhase(job, now);
  if (!STARTABLE.includes(phase.status)) {
    return { refused: inStatus(job, phase, "started", "启动") };
  }
  if (job.temper.run === "refused") return { refused: noRoom(job) };
  if (resume && phase.savepoint === null)
    return {
      refused: { en: `The job ${job.id} has no savepoint to resume from.`, zh: `作业 ${job.id} 没有可恢复的保存点。` },
    };
  const submitted: FlinkPhase = {
    status: "job_submitting",
    from: now,
    desc: "",
    startTime: now,
    restarts: 0,
    savepoint: phase.savepoint,
  };
  const at = now + 8 * SECOND;
  const legs =
    job.temper.run === "submit-fails"
      ? [
          submitted,
          {
            ...submitted,
            status: "job_submit_fail" as const,
            from: at,
            desc: "DLI.0012: Insufficient CUs in the queue.",
          },
        ]
      : [submitted, { ...submitted, status: "job_running" as const, from: at, savepoint: null }];
  if (job.temper.run === "crashes") {
    const from = at + 30 * SECOND;
    legs.push({ ...submitted, status: "job_running_exception", from, desc: "java.lang.OutOfMemoryError: Metaspace" });
  }
  return replan(job, now, legs);
}

/** Writes a savepoint and goes on running. */
export function triggerSavepoint(job: FlinkJob, now: number): Verdict {
  const phase = flinkPhase(job, now);
  if (phase.status !== "job_running")
    return { refused: inStatus(job, phase, "savepointed", "创建保存点"), stopped: true };
  const from = now + 8 * SECOND;
  return replan(job, now, [
    { ...phase, status: "job_savepointing", from: now },
    { ...phase, from, savepoint: savepointPath(job, from) },
  ]);
}

/** What an operator decides replaces the rest of the plan, habits included. */
function replan(job: FlinkJob, now: number, legs: FlinkPhase[]): Verdict {
  job.phases = [...past(job.phases, now), ...legs];
  job.habit = null;
  return ACCEPTED;
}

function savepointPath(job: FlinkJob, at: number): string {
  const stamp = new Date(at).toISOString().slice(0, 19).replace("T", "_").replaceAll(":", "-");
  return `${String(job.config.obs_bucket ?? "lake-flink")}/jobs/savepoint/${job.id}/${stamp}/`;
}

function inStatus(job: FlinkJob, phase: FlinkPhase, en: string, zh: string): Text {
  return {
    en: `The job ${job.id} is in status ${phase.status} and cannot be ${en}.`,
    zh: `作业 ${job.id} 处于 ${phase.status} 状态，不能${zh}。`,
  };
}

function denied(job: FlinkJob): Text {
  const resource = `jobs.flink.${job.id}`;
  return {
    en: `DLI.0003: Permission denied for resource '${resource}', User = 'jobwatch', Action = "STOP".`,
    zh: `DLI.0003: 资源 '${resource}' 权限不足，User = 'jobwatch'，Action = "STOP"。`,
  };
}

function noRoom(job: FlinkJob): Text {
  const queue = String(job.base.queue_name);
  return { en: `DLI.0012: Insufficient CUs in queue ${queue}.`, zh: `DLI.0012: 队列 ${queue} 的 CU 不足。` };
}

/** With auto-restart an exception is not the end of the run, so there is something left to stop. */
function willRestart({ config }: FlinkJob): boolean {
  return config.restart_when_exception === true && config.resume_max_num !== 0;
}
