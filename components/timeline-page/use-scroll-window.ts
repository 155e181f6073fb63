"use client";

import { type RefObject, useEffect, useState } from "react";

/** Labels are rendered this far beyond what is seen, and anew when the scroll has gone half of it. */
const OVERSCAN_PX = 400;

/** Which stretch of what is scrolled is worth rendering, px; `height` is what is seen of it. */
export function useScrollWindow(scroller: RefObject<HTMLElement | null>) {
  const [{ top, height }, setWindow] = useState({ top: 0, height: 900 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const update = () => {
      const next = { top: element.scrollTop, height: element.clientHeight };
      setWindow((before) =>
        Math.abs(before.top - next.top) < OVERSCAN_PX / 2 && before.height === next.height ? before : next,
      );
    };
    const observer = new ResizeObserver(update);
    observer.observe(element);
    element.addEventListener("scroll", update, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", update);
    };
  }, [scroller]);
  return { from: top - OVERSCAN_PX, to: top + height + OVERSCAN_PX, height };
}
