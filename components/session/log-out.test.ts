import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { logOut } from "@/components/session/log-out";
import { showToast } from "@/components/ui/toast";
import { session } from "@/lib/query/session";

vi.mock("@/components/ui/toast", () => ({ showToast: vi.fn(() => Promise.resolve()) }));

const assign = vi.fn();
const answers = (signOut: () => Response | Promise<Response>) =>
  vi.stubGlobal("fetch", (path: string) =>
    Promise.resolve(path.endsWith("/csrf") ? Response.json({ csrfToken: "token" }) : signOut()),
  );

beforeEach(() => {
  session.began();
  assign.mockClear();
  vi.mocked(showToast).mockClear();
  vi.stubGlobal("window", { location: { assign } });
});
afterEach(() => {
  session.close();
  vi.unstubAllGlobals();
});

it("goes to the log-in once the server has ended the session", async () => {
  answers(() => Response.json({ url: "http://127.0.0.1:3000/login" }));
  await logOut();
  expect(assign).toHaveBeenCalledWith("/login");
  expect(session.get()).toBe("out");
  expect(showToast).not.toHaveBeenCalled();
});

it.each([
  ["the server is in trouble", () => Response.json({}, { status: 500 })],
  ["the form is not trusted", () => Response.json({ url: "http://127.0.0.1:3000/api/auth/signout?csrf=true" })],
  ["there is no network", () => Promise.reject<Response>(new TypeError("Failed to fetch"))],
])("says that one is still logged in where %s", async (_, signOut) => {
  answers(signOut);
  await logOut();
  expect(assign).not.toHaveBeenCalled();
  expect(session.get()).toBe("in");
  expect(showToast).toHaveBeenCalledWith(expect.stringContaining("still logged in"), "bad");
});
