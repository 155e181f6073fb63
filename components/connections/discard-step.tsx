"use client";

import { useEffect, useId, useRef } from "react";
import { Button } from "@/components/ui/button";

/** Asks before what was typed is thrown away; the focus goes back to where it was. */
export function DiscardStep({ onKeep, onDiscard }: { onKeep: () => void; onDiscard: () => void }) {
  const keep = useRef<HTMLButtonElement>(null);
  const question = useId();
  useEffect(() => {
    const before = document.activeElement;
    keep.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div role="group" aria-labelledby={question} className="flex flex-wrap items-center justify-end gap-2">
      <p id={question} className="mr-auto font-medium">
        Discard what was typed?
      </p>
      <Button ref={keep} onClick={onKeep}>
        Go on typing
      </Button>
      <Button tone="danger" onClick={onDiscard}>
        Discard
      </Button>
    </div>
  );
}
