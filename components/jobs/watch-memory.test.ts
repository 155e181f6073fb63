import { afterEach, expect, it, vi } from "vitest";
import { keepWatched, readWatched } from "@/components/jobs/watch-memory";

afterEach(() => vi.unstubAllGlobals());

const nightly = { connection: "lake", kind: "query", id: "1", name: "nightly" };

it("gives the watched jobs back to the person who asked for them, and to nobody else", () => {
  const items = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  });
  expect(readWatched("ana")).toEqual([]);
  keepWatched("ana", [nightly]);
  expect(readWatched("ana")).toEqual([nightly]);
  expect(readWatched("ben")).toEqual([]);
  // As an older build kept it: nobody knows whose it was.
  items.set("jobwatch-watched", JSON.stringify([nightly]));
  expect(readWatched("ana")).toEqual([]);
});

it("watches until the reload where the browser keeps nothing", () => {
  const refuse = () => {
    throw new DOMException("denied", "SecurityError");
  };
  vi.stubGlobal("sessionStorage", { getItem: refuse, setItem: refuse });
  keepWatched("ana", [nightly]);
  expect(readWatched("ana")).toEqual([]);
});
