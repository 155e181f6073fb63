import { afterEach, expect, it, vi } from "vitest";
import { session } from "@/lib/query/session";

const tab = new BroadcastChannel("jobwatch-session");
afterEach(() => {
  session.began();
  session.close();
});

it("tells of a log-in elsewhere while it holds itself: it may be another person's", async () => {
  const [changed, logIn] = [vi.fn(), vi.fn()];
  const ends = [session.subscribe(changed), session.onLogInElsewhere(logIn)];
  tab.postMessage("in");
  await vi.waitFor(() => expect(logIn).toHaveBeenCalledOnce());
  expect(changed).not.toHaveBeenCalled();
  tab.postMessage("out");
  await vi.waitFor(() => expect(session.get()).toBe("out"));
  tab.postMessage("in");
  await vi.waitFor(() => expect(session.get()).toBe("in"));
  expect([changed.mock.calls.length, logIn.mock.calls.length]).toEqual([2, 1]);
  for (const end of ends) end();
  tab.close();
});
