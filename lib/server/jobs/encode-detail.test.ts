import { expect, test } from "vitest";
import { Event } from "@/lib/contract/job";
import { eventsOf } from "@/lib/server/jobs/encode-detail";

const action = {
  id: "a-1",
  connection: "datameer",
  kind: "configuration",
  jobId: "4",
  run: "11",
  action: "trigger-sequence",
  outcome: "confirmed",
  by: "operator@jobwatch.test",
  reason: null,
  params: {},
  askedAt: Date.UTC(2026, 6, 3, 12),
  acceptedAt: Date.UTC(2026, 6, 3, 12, 0, 1),
  settledAt: Date.UTC(2026, 6, 3, 12, 1),
  vendorMessage: null,
  started: [{ kind: "execution", id: "16" }],
  plan: [{ jobConfigurationId: 3, trigger: true, jobExecutionId: 16 }],
} as const;

test("an action's event keeps when it was accepted, what it started and the plan that came back", () => {
  const [event] = eventsOf([], [{ ...action, started: [...action.started], plan: [...action.plan] }]);
  expect(Event.parse(event)).toMatchObject({
    acceptedAt: "2026-07-03T12:00:01.000Z",
    started: [{ connection: "datameer", kind: "execution", id: "16" }],
    plan: action.plan,
  });
});

test("an action that was never answered has neither", () => {
  const [event] = eventsOf([], [{ ...action, outcome: "unconfirmed", acceptedAt: null, started: null, plan: null }]);
  expect(Event.parse(event)).toMatchObject({ acceptedAt: null, started: null, plan: null });
});

test("what was seen after the vendor's end of it is no newer event than that end", () => {
  const endedAt = Date.UTC(2026, 6, 3, 12, 1);
  const base = { seq: 1, job: 1, run: "16", attempt: 1, earliest: null, state: "running" } as const;
  const written = [
    { ...base, fromVendorState: null, vendorState: "RUNNING", at: endedAt + 3_431, certainty: "observed" },
    { ...base, seq: 2, fromVendorState: "RUNNING", vendorState: "DONE", at: endedAt, certainty: "vendor" },
  ] as const;
  const at = "2026-07-03T12:01:00.000Z";
  expect(eventsOf(written, [])).toMatchObject([
    { to: "DONE", at, certainty: "vendor" },
    { to: "RUNNING", at, certainty: "observed" },
  ]);
});
