"use client";

import { useEffect, useRef } from "react";

const listeners = new Set<(text: string) => void>();

/** Says something politely to screen readers. */
export function announce(text: string): void {
  for (const listener of listeners) listener(text);
}

/** The one live region. What comes within a second is said in one breath, at most three things of it. */
export function Announcer() {
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let waiting: string[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = () => {
      const rest = waiting.length - 3;
      const text = [...waiting.slice(0, 3), ...(rest > 0 ? [`and ${rest} more`] : [])].join(". ");
      if (region.current) region.current.textContent = text;
      waiting = [];
      timer = undefined;
    };
    const listener = (text: string) => {
      waiting.push(text);
      timer ??= setTimeout(say, 800);
    };
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      clearTimeout(timer);
    };
  }, []);
  return <div ref={region} role="status" aria-live="polite" aria-label="Announcements" className="sr-only" />;
}
