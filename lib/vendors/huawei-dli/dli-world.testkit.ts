import { DEFAULT_PROJECT_ID, FIXED_TOKEN } from "@/sandbox/huawei-dli/accounts";
import type { DliSandboxOptions } from "@/sandbox/huawei-dli/server";
import { TestSandbox } from "@/sandbox/huawei-dli/testing";
import { createOutbound, type OutboundConnection } from "@/lib/server/outbound/outbound";
import type { JobRef } from "@/lib/jobs/ref";
import type { JobSnapshot } from "@/lib/jobs/snapshot";
import { huaweiDli } from "@/lib/vendors/huawei-dli";
import type { ActionRequest, SnapshotPage, SweepScope, VendorContext } from "@/lib/vendors/types";

/** Short enough for a test that waits for a deadline. */
const TIMINGS = { connectMs: 3_000, deadlineMs: 3_000, backoffMs: 5, longestWaitMs: 50, circuitPausesMs: [5] };

export const TOKEN: OutboundConnection["auth"] = { scheme: "iam-token", values: { token: FIXED_TOKEN } };

/** The sandbox (its clock stands still) behind the real outbound door, for tests of this folder. */
export class DliWorldKit {
  private readonly outbound = createOutbound({ vendorNetworks: [], timings: TIMINGS });

  private constructor(readonly sandbox: TestSandbox) {}

  static async start(options: DliSandboxOptions = {}): Promise<DliWorldKit> {
    return new DliWorldKit(await TestSandbox.start(options));
  }

  /** A new door each time: nothing that another test did weighs on it. */
  context(auth: OutboundConnection["auth"] = TOKEN, more: Record<string, unknown> = {}): VendorContext {
    const settings = { baseUrl: this.sandbox.origin, consoleUrl: null, projectId: DEFAULT_PROJECT_ID, ...more };
    const door = this.outbound.open({
      id: "dli",
      vendor: "huawei-dli",
      settings,
      auth,
      trust: "file",
      ca: null,
      budgetPerMinute: 100_000,
    });
    const { signal } = new AbortController();
    return {
      request: (request) => door.request(request, signal),
      settings,
      connection: "dli",
      signal,
      now: Date.now,
      callsLeft: () => door.callsLeft(),
    };
  }

  async close(): Promise<void> {
    await this.outbound.close();
    await this.sandbox.close();
  }

  /** Method and path of the calls since the last look. */
  async calls(): Promise<string[]> {
    const { body } = await this.sandbox.get("/__sandbox/calls");
    const items = body.items as { method: string; path: string }[];
    await this.sandbox.delete("/__sandbox/calls");
    return items.map(({ method, path }) => `${method} ${path}`);
  }
}

/** A whole sweep, as the collector makes it. */
export async function sweepAll(ctx: VendorContext, scope: SweepScope = "active", since = Date.now()) {
  const pages: SnapshotPage[] = [];
  let cursor: string | null = null;
  do {
    const page: SnapshotPage = await huaweiDli.listJobs(ctx, { scope, since, cursor });
    pages.push(page);
    cursor = page.cursor;
  } while (cursor !== null && pages.length < 100);
  return {
    items: pages.flatMap((page) => page.items),
    skipped: pages.flatMap((page) => page.skipped),
    notices: pages.flatMap((page) => page.notice ?? []),
  };
}

export function refOf(kind: string, id: string): JobRef {
  return { connection: "dli", kind, id };
}

/** The job by id; fails where the vendor knows none. */
export async function readOne(ctx: VendorContext, kind: string, id: string): Promise<JobSnapshot> {
  const job = await huaweiDli.getJob(ctx, refOf(kind, id));
  if (job === null) throw new Error(`no ${kind} job ${id}`);
  return job;
}

/** What the server hands over with an action. */
export function requestOf(
  action: ActionRequest["action"],
  { run, vendorState, details }: JobSnapshot,
  more: Partial<ActionRequest> = {},
): ActionRequest {
  return { action, job: { run, vendorState, details }, ...more };
}
