"use client";

import { useEffect, useRef } from "react";
import { STATE_WORD } from "@/components/jobs/state-face";
import { announce } from "@/components/ui/announcer";
import type { Job } from "@/lib/contract/job";
import { oneLine, shorten } from "@/lib/format/visible-text";
import { refKey } from "@/lib/jobs/ref";
import type { JobState } from "@/lib/jobs/state";
import type { LiveList } from "@/lib/query/live-list";

/** Changes that an operator wants to hear of without looking. */
const WORTH: readonly JobState[] = ["failed", "warning", "suspended", "cancelled"];

/** Tells readers politely which shown jobs changed into a state that matters, and every change of the chosen ones. */
export function useStateNews(list: LiveList | undefined, isChosen: (key: string) => boolean): void {
  const known = useRef<ReadonlyMap<string, JobState>>(new Map());
  const chosen = useRef(isChosen);
  useEffect(() => {
    chosen.current = isChosen;
  });
  useEffect(() => {
    if (!list) return;
    const now = new Map<string, JobState>();
    const tell = (job: Job) =>
      announce(`${shorten(oneLine(job.name), 60)} is now ${STATE_WORD[job.state].toLowerCase()}`);
    for (const job of list.pages.flatMap((page) => page.items)) {
      const key = refKey(job);
      const before = known.current.get(key);
      now.set(key, job.state);
      if (before && before !== job.state && (WORTH.includes(job.state) || chosen.current(key))) tell(job);
    }
    known.current = now;
  }, [list]);
}
