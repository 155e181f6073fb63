import { expect, it } from "vitest";
import { actionNews, actionProblem } from "@/components/jobs/action-news";
import { ApiProblem } from "@/lib/query/api-problem";

it("tells a refusal from what may have been done", () => {
  const refused = new ApiProblem({ code: "vendor_refused", status: 502, detail: "Permission denied" });
  expect(actionProblem(refused)).toEqual({ words: "The vendor refused. Permission denied", mayBeDone: false });
  for (const error of [
    new ApiProblem({ code: "outcome_unknown", status: 504 }),
    new ApiProblem({ code: "no_answer", status: 0 }),
    new ApiProblem({ code: "unexpected_answer", status: 504 }),
    new TypeError("Failed to fetch"),
  ]) {
    const { words, mayBeDone } = actionProblem(error);
    expect(mayBeDone).toBe(true);
    expect(words).toContain("Whether it was done is not known");
  }
});

it("does not call a vendor silent that answered badly", () => {
  const detail = "The vendor answered with status 503 and no explanation.";
  const { words } = actionProblem(new ApiProblem({ code: "outcome_unknown", status: 504, detail }));
  expect(words).toBe(`Whether it was done is not known; the next reading decides. ${detail}`);
});

it("names the job and what was asked, for whoever no longer sees the dialog", () => {
  const answer = { auditId: "1", action: "cancel", status: "accepted", state: "stopping" } as const;
  expect(actionNews("cancel", "nightly", { answer })).toEqual({
    text: "The vendor accepted: Cancel nightly. Not yet in effect.",
    tone: "plain",
  });
  const news = (already: "asked" | "unknown") =>
    actionNews("cancel", "nightly", { answer: { ...answer, already } }).text;
  expect(news("asked")).toBe("Cancel nightly: Already asked; the vendor has not answered yet.");
  expect(news("unknown")).toBe("Cancel nightly: Already asked; whether it was done is not known.");
  const error = new ApiProblem({ code: "vendor_refused", status: 502 });
  expect(actionNews("cancel", "nightly", { error })).toEqual({
    text: "Cancel nightly: The vendor refused.",
    tone: "bad",
  });
});
