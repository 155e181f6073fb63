"use client";

import { useEffect, useRef } from "react";
import { STATE_WORD } from "@/components/jobs/state-face";
import { announce } from "@/components/ui/announcer";
import { oneLine, shorten } from "@/lib/format/visible-text";
import { refKey } from "@/lib/jobs/ref";
import type { JobState } from "@/lib/jobs/state";
import { type LiveList, type LivePage, findJob } from "@/lib/query/live-list";

/** Changes that an operator wants to hear of without looking. */
const WORTH: readonly JobState[] = ["failed", "warning", "suspended", "cancelled"];

/** Tells readers politely which shown jobs changed into a state that matters, and every change of the chosen ones. */
export function useStateNews(list: LiveList | undefined, isChosen: (key: string) => boolean): void {
  const known = useRef<readonly LivePage[]>([]);
  const chosen = useRef(isChosen);
  useEffect(() => {
    chosen.current = isChosen;
  });
  useEffect(() => {
    if (!list) return;
    const before = known.current;
    known.current = list.pages;
    // What has not changed is the same object: most polls look at nothing.
    for (const page of list.pages.filter((one) => !before.includes(one))) {
      for (const job of page.items) {
        const key = refKey(job);
        const was = findJob(before, key);
        if (!was || was.state === job.state) continue;
        if (WORTH.includes(job.state) || chosen.current(key)) {
          announce(`${shorten(oneLine(job.name), 60)} is now ${STATE_WORD[job.state].toLowerCase()}`);
        }
      }
    }
  }, [list]);
}
