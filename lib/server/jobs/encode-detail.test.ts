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
