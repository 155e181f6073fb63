import { afterEach, beforeEach, expect, it, vi } from "vitest";

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

const load = () => import("@/components/jobs/list-memory");

function storage(): Pick<Storage, "getItem" | "setItem"> {
  const items = new Map<string, string>();
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) };
}

it("gives back the list as it was, also after the page was loaded again", async () => {
  vi.stubGlobal("sessionStorage", storage());
  const before = await load();
  expect(before.lastList()).toBe("");
  before.rememberList("?state=failed&sort=-startedAt");
  expect(before.lastList()).toBe("?state=failed&sort=-startedAt");
  vi.resetModules();
  const after = await load();
  expect(after.lastList()).toBe("?state=failed&sort=-startedAt");
  after.rememberList("");
  expect(after.lastList()).toBe("");
});

it("remembers within the page where the browser keeps nothing", async () => {
  const refuse = () => {
    throw new DOMException("denied", "SecurityError");
  };
  vi.stubGlobal("sessionStorage", { getItem: refuse, setItem: refuse });
  const { lastList, rememberList } = await load();
  expect(lastList()).toBe("");
  rememberList("?q=nightly");
  expect(lastList()).toBe("?q=nightly");
});
