import { phaseAt, type Origin, type Phase } from "../life/phases";
import type { DliSwitches } from "../switches";
import { badParameter, DliError } from "../wire/errors";
import { jsonString } from "../wire/dress";

export type BatchState = "starting" | "running" | "recovering" | "success" | "dead";

/** A Spark batch with its whole planned life (Livy's session). */
export interface Batch {
  id: string;
  origin: Origin;
  name: string;
  owner: string;
  queue: string;
  createTime: number;
  phases: Phase<BatchState>[];
  appId: string;
  kind: string;
  scType: "A" | "B" | "C" | "CUSTOMIZED";
  image: string | null;
  feature: string | null;
  request: string;
  lines: number;
  cancel: "obeys" | "overtaken" | "refused" | "ignored";
  cancelLagMs: number;
  word?: string;
}

export const isBatchOver = (state: BatchState) => state === "success" || state === "dead";

export const batchStateAt = (batch: Batch, now: number) => phaseAt(batch.phases, now).status;

/** The state's word in a session or from `/state`, whose example is capitalised (contract page 8). */
export function batchWord(batch: Batch, now: number, where: "session" | "state", switches: DliSwitches): string {
  const state = batchStateAt(batch, now);
  if (state === "running" && batch.word !== undefined) return batch.word;
  if (state === "running" && switches.batchExtraState !== "never") return switches.batchExtraState;
  const capital = state.charAt(0).toUpperCase() + state.slice(1);
  switch (switches.batchStateCase) {
    case "lower":
      return state;
    case "capitalised":
      return capital;
    case "upper":
      return state.toUpperCase();
    default:
      return where === "state" && state === "success" ? capital : state;
  }
}

/** One session as the list and the get show it (contract page 2.16). */
export function sessionOf(batch: Batch, now: number, switches: DliSwitches) {
  const phase = phaseAt(batch.phases, now);
  const over = isBatchOver(phase.status);
  return {
    id: batch.id,
    state: batchWord(batch, now, "session", switches),
    appId: phase.status === "starting" ? null : batch.appId,
    name: batch.name,
    owner: batch.owner,
    proxyUser: "",
    kind: batch.kind,
    log: logLines(batch, now).slice(-10),
    sc_type: batch.scType,
    cluster_name: batch.queue,
    queue: batch.queue,
    create_time: batch.createTime,
    update_time: phase.from,
    duration: Math.max(0, (over ? phase.from : now) - batch.createTime),
    image: batch.image,
    feature: batch.feature,
    req_body: jsonString(batch.request, switches.jsonStrings),
  };
}

/** The driver's log so far: it grows while the batch runs. */
export function logLines(batch: Batch, now: number): string[] {
  const phase = phaseAt(batch.phases, now);
  const end = isBatchOver(phase.status) ? phase.from : now;
  const count = Math.min(batch.lines, 2 + Math.floor(Math.max(0, end - batch.createTime) / 2000));
  const lines = Array.from({ length: count }, (_, n) => {
    const at = new Date(batch.createTime + n * 2000).toISOString().slice(2, 19).replace("T", " ").replaceAll("-", "/");
    return n === 0
      ? `${at} INFO SparkContext: Running Spark version 3.3.1`
      : `${at} INFO TaskSetManager: Finished task ${n % 50}.0 in stage ${Math.floor(n / 50)}.0 (TID ${n}) in ${300 + ((n * 37) % 900)} ms`;
  });
  if (phase.status === "dead") lines.push("ERROR ApplicationMaster: User application exited with status 1");
  return lines;
}

/** Asks a batch to end; throws DLI's refusal. It then is `dead`, as one that failed is. */
export function cancelBatch(batch: Batch, now: number, switches: DliSwitches): { msg: string } {
  const state = batchStateAt(batch, now);
  if (isBatchOver(state)) {
    if (switches.cancelFinishedBatch === "deleted") return { msg: "deleted" };
    if (switches.cancelFinishedBatch === "DLI.0001") throw badParameter("batch_id");
    throw notCancellable(batch, state);
  }
  if (batch.cancel === "refused") throw notCancellable(batch, state);
  const effect = now + batch.cancelLagMs;
  const natural = batch.phases.find((phase) => isBatchOver(phase.status));
  if (batch.cancel !== "ignored" && !(natural && natural.from <= effect)) {
    const kept = batch.phases.filter((phase) => phase.from < effect && !isBatchOver(phase.status));
    const end = batch.cancel === "overtaken" ? "success" : switches.cancelledBatch;
    batch.phases = [...kept, { status: end, from: effect }];
  }
  return { msg: "deleted" };
}

function notCancellable(batch: Batch, state: string): DliError {
  return new DliError("DLI.0007", {
    en: `The batch ${batch.id} in state ${state} cannot be canceled.`,
    zh: `批处理作业 ${batch.id} 处于 ${state} 状态，不能取消。`,
  });
}
