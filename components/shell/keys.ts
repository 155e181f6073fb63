"use client";

import { useEffect, useRef } from "react";

/** One key or a sequence of two (`g j`), with what it does in words for the help sheet. */
export interface KeyBinding {
  keys: string;
  label: string;
  /** Where the sheet lists it. */
  group: "Everywhere" | "List" | "Job" | "Timeline";
  run: () => void;
}

const bindings = new Set<KeyBinding>();
/** The second key of a sequence comes within this time. */
const SEQUENCE_MS = 1_200;
let pending: { key: string; until: number } | null = null;

/** Keys that wait to be typed belong to what has the focus. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || !!target.closest("[role=menu]")
  );
}

function isPlain(target: EventTarget | null): boolean {
  return !(target instanceof HTMLInputElement) || !/^(checkbox|radio)$/.test(target.type);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey) return;
  const command = event.ctrlKey || event.metaKey;
  if (command && event.key.toLowerCase() !== "k") return;
  if (!command && isTyping(event.target) && isPlain(event.target)) return;
  if (!command && document.querySelector("[role=dialog],[role=alertdialog],[role=menu]")) return;
  const key = command ? "mod+k" : event.key;
  // By when it was pressed: a page that was busy meanwhile hears it later.
  const at = event.timeStamp;
  const sequence = pending && pending.until > at ? `${pending.key} ${key}` : key;
  const list = [...bindings].reverse();
  const found = list.find((binding) => binding.keys === sequence) ?? list.find((binding) => binding.keys === key);
  pending = null;
  if (found) {
    event.preventDefault();
    found.run();
  } else if (list.some((binding) => binding.keys.startsWith(`${key} `))) {
    pending = { key, until: at + SEQUENCE_MS };
  }
}

/** Makes keys work while the component is there; the latest registered wins. */
export function useKeys(own: readonly KeyBinding[]): void {
  const latest = useRef(own);
  useEffect(() => {
    latest.current = own;
  });
  useEffect(() => {
    const mine = latest.current.map((binding, index) => ({ ...binding, run: () => latest.current[index]?.run() }));
    if (bindings.size === 0) document.addEventListener("keydown", onKeyDown);
    for (const binding of mine) bindings.add(binding);
    return () => {
      for (const binding of mine) bindings.delete(binding);
      if (bindings.size === 0) document.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}

/** What can be typed now, for the help sheet. */
export function listKeys(): KeyBinding[] {
  return [...bindings];
}
