import { afterEach, describe, expect, it, vi } from "vitest";
import { auditHead, exportAudit } from "@/components/audit/audit-csv";
import type { AuditEntry } from "@/lib/contract/audit";

const entry = (id: string, changes: Partial<AuditEntry> = {}): AuditEntry => ({
  id,
  at: "2026-07-03T12:00:00.000Z",
  by: "ana@jobwatch.test",
  action: "cancel",
  connection: "lake",
  kind: "query",
  jobId: "1",
  reason: null,
  outcome: "confirmed",
  vendorMessage: null,
  settledAt: null,
  hash: "ab",
  ...changes,
});
const NO_FILTER = { by: null, action: null, outcome: null, job: null };
const signal = () => new AbortController().signal;

/** Answers in their order; one more question than there are answers fails the test. */
function answers(...bodies: { status?: number; body: unknown; headers?: Record<string, string> }[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    const next = bodies.shift();
    if (!next) throw new Error(`not expected: ${url}`);
    return Promise.resolve(Response.json(next.body, { status: next.status ?? 200, headers: next.headers }));
  });
  return asked;
}
afterEach(() => vi.unstubAllGlobals());

describe("the audit as CSV", () => {
  it("holds every page's entries, cells made harmless, and keeps to the filter", async () => {
    const asked = answers(
      { body: { items: [entry("2", { reason: "=1+1" })], nextCursor: "7" } },
      { body: { items: [entry("1", { vendorMessage: 'no "right"' })], nextCursor: null } },
    );
    const counts: number[] = [];
    const blob = await exportAudit({ ...NO_FILTER, by: "ana" }, { signal: signal(), progress: (n) => counts.push(n) });
    expect((await blob.text()).split("\r\n")).toEqual([
      auditHead.trimEnd(),
      "2,2026-07-03T12:00:00.000Z,ana@jobwatch.test,cancel,lake,query,1,confirmed,'=1+1,,,ab",
      '1,2026-07-03T12:00:00.000Z,ana@jobwatch.test,cancel,lake,query,1,confirmed,,"no ""right""",,ab',
      "",
    ]);
    expect(asked).toEqual(["/api/v1/audit?by=ana&limit=200", "/api/v1/audit?by=ana&cursor=7&limit=200"]);
    expect(counts).toEqual([1, 2]);
  });
  it("waits where the server asks it to, and asks the same page again", async () => {
    const problem = { type: "about:blank", title: "", status: 429, code: "too_many_requests", detail: "" };
    const asked = answers(
      { status: 429, body: problem, headers: { "retry-after": "0" } },
      { body: { items: [], nextCursor: null } },
    );
    await exportAudit(NO_FILTER, { signal: signal(), progress: () => undefined });
    expect(asked[0]).toBe(asked[1]);
  });
  it("ends with any other problem: half an audit is none", async () => {
    answers({ body: { items: [entry("2")], nextCursor: "7" } }, { status: 503, body: {} });
    await expect(exportAudit(NO_FILTER, { signal: signal(), progress: () => undefined })).rejects.toThrow();
  });
});
