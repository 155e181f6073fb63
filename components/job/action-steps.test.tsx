import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ActionCourse } from "@/components/job/action-course";
import { adviceOf, stepsOf } from "@/components/job/action-steps";
import { EventsTab } from "@/components/job/events-tab";
import { SAMPLE_SEQUENCE, sampleAction } from "@/components/preview/samples/jobs";
import { ACTION_OUTCOMES, JOB_ACTIONS } from "@/lib/jobs/action";

const wordsOf = (part: Parameters<typeof sampleAction>[0]) => {
  const event = sampleAction(part);
  return `${stepsOf(event)
    .map(({ word, look }) => `${word} (${look})`)
    .join(" → ")} ${adviceOf(event) ?? ""}`;
};

describe("the course of an action", () => {
  it("calls nothing accepted that the vendor did not accept", () => {
    for (const outcome of ACTION_OUTCOMES.filter((one) => one !== "asked" && one !== "accepted")) {
      expect(wordsOf({ outcome, acceptedAt: null })).not.toMatch(/accepted/i);
    }
    expect(wordsOf({ outcome: "unconfirmed", acceptedAt: null })).toContain("No clear answer from the vendor (doubt)");
    expect(wordsOf({ outcome: "unconfirmed" })).toContain("Accepted by the vendor (done)");
  });
  it("ticks each step that has happened, and stands at the last of them", () => {
    const events = [sampleAction({ outcome: "accepted", settledAt: null })];
    expect(wordsOf({ outcome: "asked", acceptedAt: null })).toContain("Asked (done) → Accepted by the vendor (ahead)");
    expect(wordsOf({ outcome: "accepted" })).toContain("Accepted by the vendor (done) → Taken effect (ahead)");
    const markup = renderToStaticMarkup(<ActionCourse connection="lake" events={events} />);
    expect(markup.split("<li").filter((step) => step.includes('aria-current="step"'))).toMatchObject([
      expect.stringContaining("Accepted by the vendor"),
    ]);
  });
  it("does not say that a vendor was silent whose answer stands beside it", () => {
    expect(wordsOf({ outcome: "unknown", acceptedAt: null })).not.toMatch(/not answer|no answer|never answered/i);
  });
  it("says of an unconfirmed one what was not seen", () => {
    const unseen = Object.fromEntries(
      JOB_ACTIONS.map((action) => [action, wordsOf({ action, outcome: "unconfirmed" })]),
    );
    for (const action of ["cancel", "stop", "stop-with-savepoint"]) expect(unseen[action]).toContain("no end seen");
    for (const action of ["trigger", "trigger-sequence"]) expect(unseen[action]).toContain("no newer run seen");
    expect(unseen.delete).toContain("its data not seen to go");
  });
  it("tells a stop that was accepted and then failed from one that was refused", () => {
    expect(wordsOf({ outcome: "refused" })).toContain("accepted it and then could not do it");
    expect(wordsOf({ outcome: "refused", acceptedAt: null })).toContain("Nothing was changed.");
  });
  it("keeps what a sequence started and planned, on the course and among the events", () => {
    for (const Part of [ActionCourse, EventsTab]) {
      const markup = renderToStaticMarkup(<Part connection="datameer" events={[SAMPLE_SEQUENCE]} />);
      expect(markup).toContain('href="/jobs/datameer/execution/16"');
      expect(markup).toContain('href="/jobs/datameer/configuration/5"');
      expect(markup).toContain("Plan of the sequence");
    }
  });
});
