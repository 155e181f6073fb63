"use client";

import { useCallback, useMemo, useState } from "react";
import type { Job } from "@/lib/contract/job";
import { refKey } from "@/lib/jobs/ref";

/** Chosen jobs, by key: they stay chosen through polls, and when they scroll or fall out of the list. */
export interface Selection {
  size: number;
  jobs: readonly Job[];
  has: (key: string) => boolean;
  toggle: (job: Job) => void;
  set: (jobs: readonly Job[]) => void;
  clear: () => void;
}

export function useSelection(): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Job>>(new Map());
  const toggle = useCallback((job: Job) => {
    setChosen((before) => {
      const next = new Map(before);
      if (!next.delete(refKey(job))) next.set(refKey(job), job);
      return next;
    });
  }, []);
  const set = useCallback((jobs: readonly Job[]) => setChosen(new Map(jobs.map((job) => [refKey(job), job]))), []);
  const clear = useCallback(() => setChosen(new Map()), []);
  return useMemo(
    () => ({ size: chosen.size, jobs: [...chosen.values()], has: (key) => chosen.has(key), toggle, set, clear }),
    [chosen, toggle, set, clear],
  );
}
