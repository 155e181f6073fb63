import { expect } from "vitest";
import type { VendorDescriptor } from "@/lib/vendors/types";
import { isFinal, JOB_STATES } from "@/lib/jobs/state";
import type { JobSnapshot } from "@/lib/jobs/snapshot";

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What holds for every snapshot of every vendor, whatever it was read from. */
export function expectSaneSnapshot(snapshot: JobSnapshot, descriptor: VendorDescriptor): void {
  const kind = descriptor.kinds.find((entry) => entry.kind === snapshot.kind);
  expect(kind, `kind ${snapshot.kind}`).toBeDefined();
  expect(snapshot.id).toMatch(kind?.idPattern ?? /^$/);
  expect(JOB_STATES).toContain(snapshot.state);
  expect(snapshot.vendorState).not.toBe("");
  for (const action of snapshot.actions) expect(kind?.actions).toContain(action);
  expect(snapshot.details.type).toBe(kind?.detailsType);
  expect(Object.keys(snapshot.raw)).not.toEqual([]);
  expect(JSON.parse(JSON.stringify(snapshot)), "JSON, without undefined").toEqual(snapshot);

  const { submittedAt, startedAt, endedAt } = snapshot;
  for (const at of [submittedAt, startedAt, endedAt]) if (at) expect(at).toMatch(INSTANT);
  if (!isFinal(snapshot.state)) expect(endedAt ?? null, "an end without a final state").toBeNull();
  if (snapshot.progress) {
    expect(snapshot.progress.fraction).toBeGreaterThanOrEqual(0);
    expect(snapshot.progress.fraction).toBeLessThanOrEqual(1);
  }
  if (snapshot.durationMs) expect(snapshot.durationMs).toBeGreaterThanOrEqual(0);
  let last = "";
  for (const { from, to } of snapshot.segments ?? []) {
    expect(from).toMatch(INSTANT);
    expect(from >= last, "segments in order").toBe(true);
    if (to !== null) expect(to >= from, "a segment that ends before it begins").toBe(true);
    last = from;
  }
}
