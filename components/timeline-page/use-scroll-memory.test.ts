import { afterEach, expect, it, vi } from "vitest";
import { rememberScroll } from "@/components/timeline-page/use-scroll-memory";

afterEach(() => vi.unstubAllGlobals());

it("writes when the scrolling ends, when the page is left and at the end, and at no step between", () => {
  const setItem = vi.fn();
  vi.stubGlobal("sessionStorage", { setItem });
  const page = new EventTarget();
  vi.stubGlobal("window", page);
  const element = Object.assign(new EventTarget(), { scrollTop: 0 });
  const tops = () => setItem.mock.calls.map(([, text]) => JSON.parse(String(text)));
  const scrollTo = (top: number) => {
    element.scrollTop = top;
    element.dispatchEvent(new Event("scroll"));
  };

  const end = rememberScroll(element, "lanes");
  for (const top of [10, 20, 30]) scrollTo(top);
  expect(tops()).toEqual([["lanes", 0]]);
  element.dispatchEvent(new Event("scrollend"));
  scrollTo(40);
  page.dispatchEvent(new Event("pagehide"));
  scrollTo(50);
  element.scrollTop = 0;
  end();
  expect(tops()).toEqual([0, 30, 40, 50].map((top) => ["lanes", top]));
});
