"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/**
 * Room for what may be wider than the page: it scrolls sideways, and the keyboard reaches it where it does. It is the place
 * of its hidden words, too: they would else widen the page.
 */
export function ScrollAside({ label, children }: { label?: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [wider, setWider] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWider(element.scrollWidth > element.clientWidth + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={box}
      className="relative overflow-x-auto"
      {...(wider ? { tabIndex: 0, role: "group", "aria-label": label ?? "Scrolls sideways" } : {})}
    >
      {children}
    </div>
  );
}
