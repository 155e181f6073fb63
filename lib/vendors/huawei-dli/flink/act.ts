import { VendorError } from "@/lib/vendors/errors";
import { ask, operationOf } from "@/lib/vendors/huawei-dli/ask";
import { errorText } from "@/lib/vendors/huawei-dli/error-text";
import { FlinkActionAnswer } from "@/lib/vendors/huawei-dli/flink/contract";
import { saysSuccess } from "@/lib/vendors/huawei-dli/is-success";
import { refusalCode, refusalReason } from "@/lib/vendors/huawei-dli/refusal";
import type { Accepted, ActionRequest, VendorContext } from "@/lib/vendors/types";

type FlinkAction = "stop" | "stop-with-savepoint" | "trigger";

/** Resolves once the vendor says that the request is delivered, which is not yet done (contract page 2.10, 2.11). */
export async function actOnFlinkJob(ctx: VendorContext, id: string, request: ActionRequest): Promise<Accepted> {
  const template = request.action === "trigger" ? "/streaming/jobs/run" : "/streaming/jobs/stop";
  const call = { method: "POST", version: "v1.0", template, success: "none", action: true } as const;
  const answer = await ask(ctx, { ...call, body: bodyOf(id, request, operationOf(call)) });
  return readAnswer(answer, operationOf(call));
}

export function isFlinkAction(action: string): action is FlinkAction {
  return action === "stop" || action === "stop-with-savepoint" || action === "trigger";
}

function bodyOf(id: string, request: ActionRequest, operation: string): Record<string, unknown> {
  const job = Number(id);
  if (!Number.isSafeInteger(job)) {
    throw new VendorError({
      vendor: "huawei-dli",
      operation,
      reason: "rejected",
      message: `Job id ${id} is too large to be sent exactly, so nothing was sent.`,
    });
  }
  if (request.action === "trigger") return { job_ids: [job], resume_savepoint: request.resumeSavepoint === true };
  return { job_ids: [job], trigger_savepoint: request.action === "stop-with-savepoint" };
}

/**
 * The answer is a list whose elements bear no id and may be fewer than the jobs, or one bare object. Only one job is ever
 * asked for, so an answer refuses it where some element says no and none says yes.
 * @throws VendorError with the vendor's words where it refuses inside a 200; `unavailable` where it says neither.
 */
export function readAnswer(answer: unknown, operation: string): Accepted {
  const elements = Array.isArray(answer) ? answer : [answer];
  const said = elements.map((element) => ({ success: saysSuccess(element), message: messageOf(element) }));
  const yes = said.find(({ success }) => success === true);
  if (yes !== undefined || (Array.isArray(answer) && answer.length === 0)) return { message: yes?.message ?? null };
  const no = said.find(({ success }) => success === false);
  if (no === undefined) {
    throw new VendorError({
      vendor: "huawei-dli",
      operation,
      reason: "unavailable",
      message: "The answer does not say whether the request was accepted.",
    });
  }
  const code = refusalCode(no.message);
  throw new VendorError({
    vendor: "huawei-dli",
    operation,
    reason: refusalReason(code, 200, true),
    message: no.message ?? "The vendor refused without an explanation.",
    httpStatus: 200,
    ...(code === null ? {} : { vendorCode: code }),
  });
}

function messageOf(element: unknown): string | null {
  const parsed = FlinkActionAnswer.safeParse(element);
  return parsed.success ? errorText(parsed.data.message) : null;
}
