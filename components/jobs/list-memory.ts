"use client";

import { useSyncExternalStore } from "react";

const KEY = "jobwatch-list";
const listeners = new Set<() => void>();
/** Where the browser keeps nothing, the tab does until it is loaded again. */
let kept: string | null = null;

/** Keeps the list's query string, as it stands in the address, for the ways back to it in this tab. */
export function rememberList(query: string): void {
  if (query === lastList()) return;
  kept = query;
  try {
    sessionStorage.setItem(KEY, query);
  } catch {
    // The tab itself remembers.
  }
  for (const listener of listeners) listener();
}

/** The list's last query string in this tab; `""` for the plain list. */
export function lastList(): string {
  if (kept !== null) return kept;
  try {
    kept = sessionStorage.getItem(KEY) ?? "";
  } catch {
    kept = "";
  }
  return kept;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLastList(): string {
  return useSyncExternalStore(subscribe, lastList, () => "");
}
