"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

const KEY = "jobwatch-timeline-scroll";

function recall(place: string): number {
  try {
    const [where, top] = JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as [unknown, unknown];
    return where === place && typeof top === "number" ? top : 0;
  } catch {
    return 0;
  }
}

/** Scrolls to where the same place was left, by back or a reload. @param place what is shown, e.g. the lanes that are open */
export function useScrollMemory(scroller: RefObject<HTMLElement | null>, place: string): void {
  const first = useRef(place);
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: recall(first.current), behavior: "instant" });
  }, [scroller]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const write = () => {
      try {
        sessionStorage.setItem(KEY, JSON.stringify([place, element.scrollTop]));
      } catch {
        // A browser that keeps nothing starts at the top.
      }
    };
    write();
    element.addEventListener("scroll", write, { passive: true });
    return () => element.removeEventListener("scroll", write);
  }, [scroller, place]);
}
