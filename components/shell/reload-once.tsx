"use client";

import { useEffect } from "react";

const KEY = "jobwatch-reloaded";
/** A second failure within this time is not an old build: reloading again would not help. */
const AGAIN_MS = 5 * 60_000;

export function isChunkProblem(error: unknown): boolean {
  const text = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  return /ChunkLoadError|Loading chunk|Failed to load chunk|dynamically imported module|Importing a module script/i.test(
    text,
  );
}

/** After a new build an open tab may miss a file of the old one: it reloads, once. */
export function reloadOnce(): void {
  try {
    if (Date.now() - Number(sessionStorage.getItem(KEY) ?? 0) < AGAIN_MS) return;
    sessionStorage.setItem(KEY, String(Date.now()));
  } catch {
    return;
  }
  window.location.reload();
}

export function ReloadOnce() {
  useEffect(() => {
    const onError = (event: ErrorEvent) => (isChunkProblem(event.error ?? event.message) ? reloadOnce() : undefined);
    const onRejection = (event: PromiseRejectionEvent) => (isChunkProblem(event.reason) ? reloadOnce() : undefined);
    window.addEventListener("error", onError);
    window.addEventListener("unhandledrejection", onRejection);
    return () => {
      window.removeEventListener("error", onError);
      window.removeEventListener("unhandledrejection", onRejection);
    };
  }, []);
  return null;
}
