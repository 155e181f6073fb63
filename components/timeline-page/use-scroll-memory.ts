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

/**
 * Keeps where an element is scrolled to: written when the scrolling ends, when the page is left and at the end.
 * @returns ends it
 */
export function rememberScroll(element: EventTarget & { scrollTop: number }, place: string): () => void {
  // Read while it scrolls: at the end it can have left the page, where it is scrolled to nothing.
  let top = element.scrollTop;
  const read = () => (top = element.scrollTop);
  const write = () => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify([place, top]));
    } catch {
      // A browser that keeps nothing starts at the top.
    }
  };
  write();
  element.addEventListener("scroll", read, { passive: true });
  element.addEventListener("scrollend", write);
  window.addEventListener("pagehide", write);
  return () => {
    element.removeEventListener("scroll", read);
    element.removeEventListener("scrollend", write);
    window.removeEventListener("pagehide", write);
    write();
  };
}

/** Scrolls to where the same place was left, by back or a reload. @param place what is shown, e.g. the lanes that are open */
export function useScrollMemory(scroller: RefObject<HTMLElement | null>, place: string): void {
  const first = useRef(place);
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: recall(first.current), behavior: "instant" });
  }, [scroller]);
  useEffect(() => (scroller.current ? rememberScroll(scroller.current, place) : undefined), [scroller, place]);
}
