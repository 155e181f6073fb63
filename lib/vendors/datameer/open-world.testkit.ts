import { createOutbound, type Outbound } from "@/lib/server/outbound/outbound";
import type { JobSnapshot } from "@/lib/jobs/snapshot";
import { datameer } from "@/lib/vendors/datameer";
import type { ActionRequest, ConnectionSettings, SweepScope, VendorContext } from "@/lib/vendors/types";
import { accounts } from "@/sandbox/datameer/accounts";
import { SandboxSession } from "@/sandbox/datameer/sandbox-session";
import type { DatameerSandboxOptions } from "@/sandbox/datameer/server";

export interface ContextOptions {
  user?: "admin" | "analyst";
  password?: string;
  settings?: Partial<ConnectionSettings>;
  budgetPerMinute?: number;
}

let opened = 0;

/** A sandbox of one test behind the real outbound door; its clock stands still unless a test steps it. */
export class TestWorld {
  readonly #outbound: Outbound;

  private constructor(
    readonly session: SandboxSession,
    deadlineMs: number,
  ) {
    const timings = { deadlineMs, backoffMs: 2 };
    this.#outbound = createOutbound({ vendorNetworks: [], timings, bodyCap: 2 * 1024 * 1024 });
  }

  /** `deadlineMs` is short only where a test waits for it. */
  static async open(options: DatameerSandboxOptions = {}, deadlineMs = 10_000): Promise<TestWorld> {
    return new TestWorld(await SandboxSession.open(options), deadlineMs);
  }

  /** What a connector remembers is by connection: each context is one of its own. */
  context(options: ContextOptions = {}): VendorContext {
    const { user = "admin", settings: more = {}, budgetPerMinute = 100_000 } = options;
    const connection = `datameer-${++opened}`;
    const { origin } = this.session.sandbox;
    const settings = { baseUrl: origin, consoleUrl: null, timeZone: "Asia/Shanghai", ...more };
    const password = options.password ?? accounts.find(({ username }) => username === user)?.password ?? "";
    const door = this.#outbound.open({
      id: connection,
      vendor: "datameer",
      settings,
      auth: { scheme: "basic", values: { username: user, password } },
      trust: "file",
      ca: null,
      budgetPerMinute,
    });
    const { signal } = new AbortController();
    return {
      request: (request) => door.request(request, signal),
      settings,
      connection,
      signal,
      now: Date.now,
      callsLeft: () => door.callsLeft(),
    };
  }

  /** Calls to the vendor's side since the last look, as `GET /rest/…`. */
  async calls(): Promise<string[]> {
    const { items } = await this.session.control<{ items: { method: string; path: string }[] }>("GET", "calls");
    await this.session.control("DELETE", "calls");
    return items.map(({ method, path }) => `${method} ${path}`);
  }

  async close(): Promise<void> {
    await this.#outbound.close();
    await this.session.close();
  }
}

export async function readOne(ctx: VendorContext, kind: string, id: string | number): Promise<JobSnapshot> {
  const job = await datameer.getJob(ctx, refOf(kind, id));
  if (job === null) throw new Error(`no ${kind} ${id}`);
  return job;
}

export function refOf(kind: string, id: string | number) {
  return { connection: "datameer", kind, id: String(id) };
}

/** A whole sweep. */
export function sweep(ctx: VendorContext, scope: SweepScope = "active", since = 0) {
  return datameer.listJobs(ctx, { scope, since, cursor: null });
}

/** What the server hands over with an action. */
export function requestOf(
  action: ActionRequest["action"],
  { run, vendorState, details }: JobSnapshot,
  more: Partial<ActionRequest> = {},
): ActionRequest {
  return { action, job: { run, vendorState, details }, ...more };
}

export function act(
  ctx: VendorContext,
  job: JobSnapshot,
  action: ActionRequest["action"],
  more?: Partial<ActionRequest>,
) {
  const perform = datameer.act;
  if (!perform) throw new Error("no actions");
  return perform(ctx, refOf(job.kind, job.id), requestOf(action, job, more));
}
