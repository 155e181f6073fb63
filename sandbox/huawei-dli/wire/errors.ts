/** A text in the two languages that `X-Language` chooses between. */
export interface Text {
  en: string;
  zh: string;
}

/** DLI's own refusal: `{error_code, error_msg}`. "Not found" and "denied" are usually 400 (contract page 6.1). */
export class DliError extends Error {
  readonly status: number;

  constructor(
    readonly code: string,
    readonly text: Text,
    status?: number,
  ) {
    super(`${code}: ${text.en}`);
    this.status = status ?? statusOf(code);
  }
}

/** The API gateway's refusal: `{error_msg, error_code, request_id}` (contract page 6.2). */
export class GatewayError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
  }
}

/** The HTTP status that DLI's error table gives a code. */
export function statusOf(code: string): number {
  if (code === "DLI.0013" || code === "DLI.0014") return 401;
  if (code === "DLI.0023") return 404;
  return 400;
}

export const badParameter = (name: string) =>
  new DliError("DLI.0001", {
    en: `Parameter check error: the value of ${name} is invalid.`,
    zh: `参数校验错误：${name} 的值无效。`,
  });

export const jobNotFound = (code: string, id: string) =>
  new DliError(code, { en: `There is no job named ${id}.`, zh: `不存在名为 ${id} 的作业。` });

export const flinkJobNotFound = (code: string, id: string) =>
  new DliError(code, { en: `The Flink job ${id} does not exist.`, zh: `Flink 作业 ${id} 不存在。` });

export const notSupported = (code: string, what: Text) => new DliError(code, what);

export const permissionDenied = (resource: string, user: string, action: string) =>
  new DliError("DLI.0003", {
    en: `Permission denied for resource '${resource}', User = '${user}', Action = "${action}".`,
    zh: `资源 '${resource}' 权限不足，User = '${user}'，Action = "${action}"。`,
  });

/** DLI's envelope in the caller's language. */
export function dliEnvelope(error: DliError, language: keyof Text): { error_code: string; error_msg: string } {
  return { error_code: error.code, error_msg: error.text[language] };
}
