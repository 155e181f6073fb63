import type { VendorErrorReason } from "@/lib/vendors/errors";

/** What it is, the sandbox kit's fault, and the reasons that the connector may give. */
export type FaultCase = [string, Record<string, unknown>, ...VendorErrorReason[]];

/** What a vendor, or what stands between, may answer instead of an answer. */
export const CONTRACT_FAULTS: FaultCase[] = [
  ["a 401", { kind: "status", status: 401 }, "unauthorized"],
  ["a 403", { kind: "status", status: 403 }, "forbidden"],
  ["a 429", { kind: "status", status: 429, headers: { "retry-after": "70" } }, "rate-limited"],
  ["a 500", { kind: "status", status: 500 }, "unavailable"],
  ["a 503 in HTML", { kind: "html", status: 503 }, "unavailable"],
  ["no answer in time", { kind: "hang" }, "timeout"],
  ["a drip", { kind: "drip", everyMs: 20 }, "timeout"],
  ["a cut connection", { kind: "reset" }, "unavailable"],
  ["an HTML page with 200", { kind: "html" }, "contract"],
  ["JSON that is cut short", { kind: "truncate", keep: 0.8 }, "contract", "unavailable"],
  ["JSON nested too deep", { kind: "deep", levels: 5_000 }, "contract"],
  ["a body without end", { kind: "huge", megabytes: 64 }, "too-large"],
  ["a redirect", { kind: "redirect", status: 307, to: "http://127.0.0.1:9/elsewhere" }, "redirected"],
];
