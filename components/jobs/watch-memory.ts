import type { Watched } from "@/components/jobs/watch-end";

const KEY = "jobwatch-watched";

/** Keeps what a person waits for, for when this tab is loaded again. @param person the user's id */
export function keepWatched(person: string, jobs: readonly Watched[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ person, jobs }));
  } catch {
    // A browser that keeps nothing watches until its reload.
  }
}

/** What this person waited for in this tab; nothing where another has logged in since. */
export function readWatched(person: string): Watched[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "{}") as { person?: unknown; jobs?: unknown };
    return kept.person === person && Array.isArray(kept.jobs) ? (kept.jobs as Watched[]) : [];
  } catch {
    return [];
  }
}
