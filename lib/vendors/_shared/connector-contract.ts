import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CONTRACT_FAULTS } from "@/lib/vendors/_shared/contract-faults";
import { expectSaneSnapshot } from "@/lib/vendors/_shared/sane-snapshot";
import { VendorError, type VendorErrorReason } from "@/lib/vendors/errors";
import type { ActionRequest, SnapshotPage, VendorConnector, VendorContext } from "@/lib/vendors/types";
import type { JobAction } from "@/lib/jobs/action";
import { isActive, isFinal } from "@/lib/jobs/state";
import type { JobSnapshot } from "@/lib/jobs/snapshot";

/**
 * One vendor's sandbox behind the real outbound door, fresh for each test. Open the door with short timings
 * (`deadlineMs` a few thousand, `backoffMs` a few), or the slow answers make slow tests.
 */
export interface ConnectorWorld {
  /** Where the sandbox listens: the battery turns the kit's faults at its control door. */
  origin: string;
  /** A context whose requests go through the door. `wrong`: with a credential that the vendor refuses. */
  context(credential?: "wrong"): VendorContext;
  /** Makes a job that runs for a long time; answers its id. */
  runningJob(): Promise<string>;
  /** Makes a job that has ended well. */
  finishedJob(): Promise<string>;
  /** Makes a job in a state that no document names. */
  unknownWordJob(): Promise<{ id: string; word: string }>;
  /** The vendor forgets a job. */
  purge(id: string): Promise<void>;
  /** The vendor's list has no jobs. */
  emptyList(): Promise<void>;
  /** The vendor's list gains a row that cannot be understood, beside the good ones. */
  oddRow(): Promise<void>;
  /** Lets time pass at the vendor, enough for an accepted action to take effect. */
  settle(): Promise<void>;
  /** What the action needs beside its name; the job as the record would hold it. */
  actionRequest?(action: JobAction, snapshot: JobSnapshot): ActionRequest;
  close(): Promise<void>;
}

export interface ConnectorHarness {
  connector: VendorConnector;
  kind: string;
  /** Well-formed, and no job has it. */
  unknownId: string;
  /** An id that this kind cannot have. */
  malformedId: string;
  /** The action that ends a running job; null where the kind has none. */
  endingAction: JobAction | null;
  open(): Promise<ConnectorWorld>;
}

/** The battery that every vendor's connector passes, once per kind. */
export function runConnectorContract(name: string, harness: ConnectorHarness): void {
  const { connector, kind } = harness;

  describe(`connector contract: ${name}`, () => {
    let world: ConnectorWorld;
    let ctx: VendorContext;
    beforeEach(async () => {
      world = await harness.open();
      ctx = world.context();
    });
    afterEach(() => world.close());

    const ref = (id: string) => ({ connection: "contract", kind, id });
    const get = (id: string) => connector.getJob(ctx, ref(id));
    const fault = (body: Record<string, unknown>) => control(world, "POST", "fault", body);

    it("is described: the kind, its details type, its ids", () => {
      const described = connector.descriptor.kinds.find((entry) => entry.kind === kind);
      expect(described?.detailsType).toBe(`${connector.descriptor.id}/${kind}`);
      expect(described?.idPattern.test(harness.unknownId)).toBe(true);
      expect(described?.idPattern.test(harness.malformedId)).toBe(false);
      if (harness.endingAction) expect(described?.actions).toContain(harness.endingAction);
    });

    describe("check", () => {
      it("passes with the right address and credential", async () => {
        await expect(connector.check(ctx)).resolves.toBeUndefined();
      });

      it("says unauthorized with a wrong credential", async () => {
        await refuses(connector.check(world.context("wrong")), "unauthorized");
      });

      it("says that an HTML page is not the vendor's API", async () => {
        await fault({ kind: "html" });
        await refuses(connector.check(ctx), "contract");
      });

      it("does not take a proxy's 404 for the vendor's", async () => {
        await fault({ kind: "html", status: 404 });
        await refuses(connector.check(ctx), "contract", "not-found");
      });
    });

    describe("list", () => {
      it("shows the running job, each row sane", async () => {
        const id = await world.runningJob();
        const { items, skipped } = await listAll(connector, ctx);
        for (const item of items) expectSaneSnapshot(item, connector.descriptor);
        expect(skipped).toEqual([]);
        const found = items.find((item) => item.kind === kind && item.id === id);
        expect(found && isActive(found.state)).toBe(true);
      });

      it("is empty where there is nothing, without an error", async () => {
        await world.emptyList();
        const page = await listAll(connector, ctx);
        expect([page.items.filter((item) => item.kind === kind), page.skipped]).toEqual([[], []]);
      });

      it("skips and counts an odd row, and keeps the others", async () => {
        const id = await world.runningJob();
        await world.oddRow();
        const { items, skipped } = await listAll(connector, ctx);
        expect(items.map((item) => item.id)).toContain(id);
        expect(skipped.length).toBeGreaterThan(0);
        for (const { reason } of skipped) expect(reason).not.toBe("");
      });

      it("keeps a word that no one has taught us, in its place", async () => {
        const { id, word } = await world.unknownWordJob();
        const { items } = await listAll(connector, ctx);
        expect(items.find((item) => item.id === id)).toMatchObject({
          state: "unknown",
          vendorState: word,
          actions: [],
        });
      });

      it.each(CONTRACT_FAULTS.filter(([what]) => what !== "a 403"))(
        "%s is an error, never an empty list",
        async (_, body, ...reasons) => {
          await fault(body);
          await refuses(listAll(connector, ctx), ...reasons);
        },
      );

      it("a 403 is an error, or a page that says so and claims nothing", async () => {
        await fault({ kind: "status", status: 403 });
        const answer = await listAll(connector, ctx).catch((error: unknown) => error);
        if (answer instanceof VendorError) expect(answer.reason).toBe("forbidden");
        else expect(answer).toMatchObject({ items: [], notice: { code: expect.any(String) } });
      });

      it("says unauthorized with a wrong credential", async () => {
        await refuses(listAll(connector, world.context("wrong")), "unauthorized");
      });
    });

    describe("one job", () => {
      it("is read by id, sane and active", async () => {
        const id = await world.runningJob();
        const job = await get(id);
        expect(job).not.toBeNull();
        if (!job) return;
        expectSaneSnapshot(job, connector.descriptor);
        expect([job.kind, job.id, isActive(job.state)]).toEqual([kind, id, true]);
        if (harness.endingAction) expect(job.actions).toContain(harness.endingAction);
      });

      it("is final when it has ended, and offers no end", async () => {
        const job = await get(await world.finishedJob());
        expect(job && isFinal(job.state)).toBe(true);
        expect(job?.actions).not.toContain(harness.endingAction);
        if (job) expectSaneSnapshot(job, connector.descriptor);
      });

      it("is null where the vendor knows none, or an id cannot be one", async () => {
        expect(await get(harness.unknownId)).toBeNull();
        expect(await get(harness.malformedId)).toBeNull();
      });

      it("is null once the vendor has purged it", async () => {
        const id = await world.finishedJob();
        expect(await get(id)).not.toBeNull();
        await world.purge(id);
        expect(await get(id)).toBeNull();
      });

      it("keeps an unknown word, offers nothing, is not final", async () => {
        const { id, word } = await world.unknownWordJob();
        expect(await get(id)).toMatchObject({ state: "unknown", vendorState: word, actions: [] });
      });

      it.each(CONTRACT_FAULTS)("%s is an error, never a state", async (_, body, ...reasons) => {
        const id = await world.runningJob();
        await fault(body);
        await refuses(get(id), ...reasons);
      });

      it("a 404 that is not the vendor's own is not a job that has gone", async () => {
        const id = await world.runningJob();
        await fault({ kind: "html", status: 404 });
        await refuses(get(id), "contract", "not-found");
      });

      it("carries the wait that the vendor asks for", async () => {
        const id = await world.runningJob();
        await fault({ kind: "status", status: 429, headers: { "retry-after": "70" } });
        const error = await refuses(get(id), "rate-limited");
        expect(error.retryAfterMs).toBeGreaterThanOrEqual(60_000);
      });
    });

    describe.runIf(harness.endingAction !== null)("the ending action", () => {
      const action = harness.endingAction ?? "cancel";

      it("is accepted, and the job ends without having succeeded", async () => {
        const id = await world.runningJob();
        await act(id);
        await world.settle();
        const job = await get(id);
        expect(job && isFinal(job.state)).toBe(true);
        expect(job?.state).not.toBe("succeeded");
      });

      it("asked twice is accepted again, or refused in the vendor's words", async () => {
        const id = await world.runningJob();
        await act(id);
        const second = await act(id).then(
          () => "accepted",
          (error: unknown) => (error instanceof VendorError ? error.reason : error),
        );
        expect(["accepted", "rejected", "not-found"]).toContain(second);
      });

      it("on a finished job does not change it", async () => {
        const id = await world.finishedJob();
        const before = await get(id);
        const answer = await act(id).catch((error: unknown) => error);
        if (answer instanceof Error) {
          expect(answer).toBeInstanceOf(VendorError);
          expect(["rejected", "not-found"]).toContain((answer as VendorError).reason);
          expect(answer.message).not.toBe("");
        }
        await world.settle();
        expect((await get(id))?.state).toBe(before?.state);
      });

      it.each([500, 503, 429])(
        "answered with %i is not sent again, and nobody knows whether it was done",
        async (status) => {
          const send = await prepare(await world.runningJob());
          await fault({ kind: "status", status });
          await refuses(send(), "unavailable", "rate-limited");
          expect(await changes(world)).toBeLessThanOrEqual(1);
        },
      );

      it("that finds no answer is a timeout or a cut, and not sent again", async () => {
        const send = await prepare(await world.runningJob());
        await fault({ kind: "reset" });
        await refuses(send(), "unavailable", "timeout");
        expect(await changes(world)).toBeLessThanOrEqual(1);
      });

      it("on an id that no job has is refused", async () => {
        const job = { run: null, vendorState: "", details: {} };
        await refuses(connector.act?.(ctx, ref(harness.malformedId), { action, job }), "not-found", "rejected");
        expect(await changes(world)).toBe(0);
      });

      const act = async (id: string) => (await prepare(id))();

      /** Reads the job as the record would hold it; what it answers sends the action. */
      async function prepare(id: string): Promise<() => Promise<unknown>> {
        const snapshot = await get(id);
        const perform = connector.act?.bind(connector);
        if (!snapshot || !perform) throw new Error("no job to act on, or no action");
        const { run, vendorState, details } = snapshot;
        const request = world.actionRequest?.(action, snapshot) ?? { action, job: { run, vendorState, details } };
        return () => perform(ctx, ref(id), request);
      }
    });
  });
}

/** Every page of what is active, as one. */
async function listAll(connector: VendorConnector, ctx: VendorContext): Promise<SnapshotPage> {
  const since = ctx.now();
  const all = await connector.listJobs(ctx, { scope: "active", since, cursor: null });
  let { cursor } = all;
  for (let page = 0; cursor !== null && page < 20; page++) {
    const next = await connector.listJobs(ctx, { scope: "active", since, cursor });
    all.items.push(...next.items);
    all.skipped.push(...next.skipped);
    cursor = next.cursor;
  }
  return { ...all, cursor };
}

/** The promise fails with a VendorError of one of these reasons, in words. */
async function refuses(promise: Promise<unknown> | undefined, ...reasons: VendorErrorReason[]): Promise<VendorError> {
  const error = await promise?.then(
    (value) => new Error(`answered ${JSON.stringify(value)?.slice(0, 200)} instead of failing`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof VendorError)) throw error;
  expect(reasons).toContain(error.reason);
  expect(error.message).not.toBe("");
  return error;
}

/** How many calls that may change something have reached the sandbox since the world was opened, listings apart. */
async function changes(world: ConnectorWorld): Promise<number> {
  const { items } = (await control(world, "GET", "calls")) as { items: { method: string; path: string }[] };
  return items.filter(({ method, path }) => method !== "GET" && !/\/(sql|login|tokens)$/.test(path)).length;
}

async function control(world: ConnectorWorld, method: string, door: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${world.origin}/__sandbox/${door}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  if (!response.ok) throw new Error(`${method} ${door}: ${response.status} ${await response.text()}`);
  return response.json();
}
