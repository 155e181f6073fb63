"use client";

import { type ReactNode, useEffect, useState } from "react";

/** What a person does, by the names that a reader would hear. */
export type Step = { press: string } | { type: string; into: string } | { key: string };

const nameOf = (element: Element) => element.getAttribute("aria-label") ?? element.textContent?.trim() ?? "";

const PRESSED = "button, input[type=checkbox], input[type=radio]";

function press(name: string): boolean {
  const button = [...document.querySelectorAll<HTMLButtonElement | HTMLInputElement>(PRESSED)].find(
    (one) => nameOf(one) === name && !one.disabled,
  );
  button?.click();
  return button !== undefined;
}

function type(text: string, into: string): boolean {
  const input = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")].find(
    (one) => nameOf(one) === into || [...(one.labels ?? [])].some((label) => nameOf(label).startsWith(into)),
  );
  if (!input) return false;
  input.focus();
  // The page's own setter is React's, which would take the text for one that it has set itself.
  const prototype = input instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(input, text);
  input.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

function strike(key: string): boolean {
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
  );
  return true;
}

const make = (step: Step) =>
  "press" in step ? press(step.press) : "key" in step ? strike(step.key) : type(step.type, step.into);

const EVERY_MS = 60;

/**
 * A part in a state that hands lead to: each step is made as soon as it can be, and it is busy until the last one was.
 * @param steps the same ones each time
 */
export function Played({ steps, children }: { steps: readonly Step[]; children: ReactNode }) {
  const [busy, setBusy] = useState(steps.length > 0);
  useEffect(() => {
    let made = 0;
    const timer = setInterval(() => {
      const step = steps[made];
      if (!step) {
        clearInterval(timer);
        setBusy(false);
      } else if (make(step)) made += 1;
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [steps]);
  return (
    <div className="contents" aria-busy={busy}>
      {children}
    </div>
  );
}
