import { describe, expect, it } from "vitest";
import { preparePhases } from "@/components/panels/dremio/phases.prepare";

const base = { type: "dremio/query" as const };
const t = 1_700_000_000_000;

describe("Dremio's phases", () => {
  it("take until the next one that was reached, by time", () => {
    const phases = preparePhases(
      {
        ...base,
        submittedEpochMillis: t,
        planningStartEpochMillis: t + 100,
        engineStartEpochMillis: t + 200,
        queryEnqueuedEpochMillis: t + 600,
        executionStartEpochMillis: t + 700,
        finalStateEpochMillis: t + 1000,
        metadataRetrievalEpochMillis: 0,
      },
      0,
    );
    const ms = Object.fromEntries(phases.map((phase) => [phase.name, phase.ms]));
    expect(phases).toHaveLength(9);
    expect(ms).toMatchObject({ Pending: 100, Planning: 100, "Engine start": 400, Queued: 100, Running: 300 });
    expect(phases.find(({ name }) => name === "Metadata retrieval")?.at).toBeNull();
    expect(phases.reduce((sum, phase) => sum + phase.share, 0)).toBeCloseTo(1);
  });
  it("last until now while the job runs", () => {
    const phases = preparePhases({ ...base, submittedEpochMillis: t, executionStartEpochMillis: t + 500 }, t + 1000);
    expect(phases.find(({ name }) => name === "Running")).toMatchObject({ ms: null, share: 0.5 });
  });
  it("are none where the row was not read", () => expect(preparePhases(base, t)).toEqual([]));
});
