import type { Column } from "../catalogue/columns";
import type { Tag } from "../catalogue/names";
import type { SqlType } from "../catalogue/sql-statements";
import { phaseAt, type Origin, type Phase } from "../life/phases";
import type { DliSwitches } from "../switches";
import { badParameter, DliError, jobNotFound } from "../wire/errors";
import type { SubJobPlan } from "./sub-job-plan";

export type SqlStatus = "LAUNCHING" | "RUNNING" | "SCALING" | "FINISHED" | "FAILED" | "CANCELLED";

/** How a job takes a cancel: obeys, ends well first, is refused, accepts and goes on, or lacks the permission. */
export type CancelTemper = "obeys" | "overtaken" | "refused" | "ignored" | "denied";

/** A SQL job with its whole planned life; what it shows is a function of the clock. */
export interface SqlJob {
  id: string;
  origin: Origin;
  type: SqlType;
  mode: "async" | "sync";
  queue: string;
  owner: string;
  engine: "spark" | "hetuEngine";
  statement: string;
  startTime: number;
  phases: Phase<SqlStatus>[];
  subJobs: SubJobPlan[];
  database?: string;
  table?: string;
  columns?: readonly Column[];
  detail: string;
  inputSize: number;
  resultCount: number;
  inputRows?: number;
  badRows?: number;
  tags?: readonly Tag[];
  userConf?: string;
  resultPath?: string;
  detailsPath?: string;
  cpuCost?: number;
  outputByte?: number;
  /** Why it failed, or what cancelled it; empty otherwise. */
  failure: string;
  cancel: CancelTemper;
  cancelLagMs: number;
  /** How its progress call behaves: it answers, never does, or is one poll behind the status. */
  progress: "answers" | "never" | "lags";
  /** A word that it shows instead of its status while it runs. */
  word?: string;
}

const FINAL: readonly SqlStatus[] = ["FINISHED", "FAILED", "CANCELLED"];

export const isFinal = (status: SqlStatus) => FINAL.includes(status);

export function statusAt(job: SqlJob, now: number): SqlStatus {
  return phaseAt(job.phases, now).status;
}

/** The word that a status query shows. */
export function shownStatus(job: SqlJob, now: number, switches: DliSwitches): string {
  const status = statusAt(job, now);
  if (job.word !== undefined && status === "RUNNING") return job.word;
  const extra = switches.sqlExtraStatus;
  if (extra === "FINISH") return status === "FINISHED" ? extra : status;
  return extra !== "never" && status === "RUNNING" ? extra : status;
}

/** When it ended; null while it is alive. */
export function endedAt(job: SqlJob, now: number): number | null {
  const phase = phaseAt(job.phases, now);
  return isFinal(phase.status) ? phase.from : null;
}

export const durationAt = (job: SqlJob, now: number) => Math.max(0, (endedAt(job, now) ?? now) - job.startTime);

/** Asks a job to stop: accepted is not yet cancelled. Returns what the vendor answers. Throws its refusal. */
export function cancelSqlJob(job: SqlJob, now: number, setting: DliSwitches["cancelFinished"], by: string) {
  const status = statusAt(job, now);
  if (isFinal(status)) return cancelOfFinished(job.id, setting);
  if (status === "SCALING" || job.cancel === "refused") {
    throw new DliError("DLI.0007", {
      en: `The job ${job.id} in status ${status} cannot be canceled.`,
      zh: `作业 ${job.id} 处于 ${status} 状态，不能取消。`,
    });
  }
  const effect = now + job.cancelLagMs;
  const natural = job.phases.find((phase) => isFinal(phase.status));
  if (job.cancel !== "ignored" && !(natural && natural.from <= effect)) {
    const kept = job.phases.filter((phase) => phase.from < effect && !isFinal(phase.status));
    const end: SqlStatus = job.cancel === "overtaken" ? "FINISHED" : "CANCELLED";
    job.phases = [...kept, { status: end, from: effect }];
    if (end === "CANCELLED") job.failure = `The job was canceled by user ${by}.`;
  }
  return { is_success: true, message: "" };
}

function cancelOfFinished(id: string, setting: DliSwitches["cancelFinished"]) {
  const text = { en: `The job ${id} has already ended.`, zh: `作业 ${id} 已经结束。` };
  switch (setting) {
    case "200-true":
      return { is_success: true, message: "" };
    case "200-false":
      return { is_success: false, message: text.en };
    case "DLI.0023":
      throw jobNotFound("DLI.0023", id);
    case "DLI.0001":
      throw badParameter("job_id");
    default:
      throw new DliError(setting, text);
  }
}
