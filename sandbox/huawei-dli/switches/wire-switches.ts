import { amount, choice } from "./choice";

/** How every answer is dressed, whoever asked for what, and how the gateway lets callers in. */
export const WIRE_SWITCHES = {
  isSuccess: choice(
    "5.1",
    "The type of is_success: a boolean on SQL and a string on Flink, or one of them everywhere.",
    ["documented", "boolean", "string", "capitalised-string"],
  ),
  failures: choice(
    "5.2",
    "Refusals come as 4xx with error_code, or as 200 with is_success false and the text in message.",
    ["http-status", "in-200"],
  ),
  emptyValues: choice("5.5", "How an empty optional field is sent; documented keeps each endpoint's own habit.", [
    "documented",
    "null",
    "empty-string",
    "missing",
  ]),
  jsonStrings: choice("5.3", "What the fields that hold JSON in a string hold.", [
    "valid",
    "truncated",
    "placeholder",
    "empty",
    "null",
  ]),
  languageWithoutHeader: choice("1.1", "The language of texts when no X-Language is sent.", ["en-us", "zh-cn"]),
  permission: choice(
    "1.4",
    "Whether the account may cancel, stop and run, or only read: then those answer DLI.0003.",
    ["all", "read-only"],
    ["read-only"],
  ),
  rateLimit: amount(
    "6.3",
    "Calls a second for each API before 429 APIGW.0308; 0 is without a limit.",
    [200, 0, 5],
    [5],
  ),
  retryAfter: choice("6.3", "What a 429 says about waiting.", ["seconds", "missing", "http-date"]),
  gatewayFailure: choice(
    "10.7",
    "Every call answers this instead of reaching DLI.",
    ["never", "429", "500", "502", "503", "504"],
    ["429", "500", "502", "503", "504"],
  ),
  expireTokens: choice(
    "1.2",
    "true: every IAM token issued so far dies at the next request, and the switch turns back.",
    [false, true],
  ),
  fixedToken: choice("1.2", "Whether the account's fixed token is still good.", ["valid", "expired"], ["expired"]),
  tokenLength: amount("1.2", "Characters of an IAM token.", [6000, 12_000, 400]),
  tokenSeconds: amount("1.2", "Life of an IAM token.", [86_400, 3600]),
  iamErrorBody: choice("1.2", "The shape of IAM's refusals.", ["keystone", "flat"]),
  gatewayClockSkewMs: amount(
    "1.3",
    "How far the gateway's clock is ahead of the machine's: over 15 minutes refuses every signature.",
    [0, 600_000, -600_000, 1_200_000],
    [1_200_000],
  ),
} as const;
