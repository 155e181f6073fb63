import { MutationObserver } from "@tanstack/react-query";
import { afterEach, expect, it, vi } from "vitest";
import { toApiProblem } from "@/lib/query/api-problem";
import { createQueryClient } from "@/lib/query/query-client";
import { type ActionListener, type ActionQuestion, jobActionOptions } from "@/lib/query/use-job-action";

const QUESTION: ActionQuestion = {
  ref: { connection: "lake", kind: "query", id: "1" },
  action: "cancel",
  body: {},
};

afterEach(() => vi.unstubAllGlobals());

/** Asks, and has what asked leave the page before the answer comes. */
async function askAndLeave(answer: Response, listener: ActionListener): Promise<void> {
  let reply: (answer: Response) => void = () => undefined;
  const fetch = vi.fn(() => new Promise<Response>((resolve) => (reply = resolve)));
  vi.stubGlobal("fetch", fetch);
  const client = createQueryClient();
  const observer = new MutationObserver(client, jobActionOptions(client, listener));
  const leave = observer.subscribe(() => undefined);
  const asked = observer.mutate(QUESTION).catch(() => undefined);
  await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
  leave();
  reply(answer);
  await asked;
}

it("tells of an acceptance that comes when the dialog is closed", async () => {
  const onSuccess = vi.fn();
  const answer = { auditId: "1", action: "cancel", status: "accepted", state: "stopping" };
  await askAndLeave(Response.json(answer, { status: 202 }), { onSuccess });
  expect(onSuccess).toHaveBeenCalledWith(expect.objectContaining({ status: "accepted" }), QUESTION);
});

it.each([
  ["vendor_refused", 502],
  ["outcome_unknown", 504],
])("tells of %s that comes when the dialog is closed", async (code, status) => {
  const onError = vi.fn();
  await askAndLeave(Response.json({ type: "about:blank", title: code, status, code }, { status }), { onError });
  const [error, question] = onError.mock.calls[0] ?? [];
  expect(toApiProblem(error).code).toBe(code);
  expect(question).toBe(QUESTION);
});
