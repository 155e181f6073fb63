"use client";

import { useCallback, useMemo, useState } from "react";
import { freshen } from "@/components/jobs/freshen";
import type { Job } from "@/lib/contract/job";
import { refKey } from "@/lib/jobs/ref";
import type { LivePage } from "@/lib/query/live-list";

/**
 * Chosen jobs, by key: they stay chosen through polls, and when they scroll or fall out of the list. Each is as the list
 * last had it.
 */
export interface Selection {
  size: number;
  jobs: readonly Job[];
  has: (key: string) => boolean;
  toggle: (job: Job) => void;
  add: (jobs: readonly Job[]) => void;
  remove: (jobs: readonly Job[]) => void;
  clear: () => void;
}

const NO_PAGES: readonly LivePage[] = [];

/** @param pages the list as it is shown; none before it has come in */
export function useSelection(pages: readonly LivePage[] = NO_PAGES): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Job>>(new Map());
  const [seen, setSeen] = useState(pages);
  if (seen !== pages) {
    setSeen(pages);
    setChosen(freshen(chosen, pages, seen));
  }
  const toggle = useCallback((job: Job) => {
    setChosen((before) => {
      const next = new Map(before);
      if (!next.delete(refKey(job))) next.set(refKey(job), job);
      return next;
    });
  }, []);
  const add = useCallback((jobs: readonly Job[]) => {
    setChosen((before) => new Map([...before, ...jobs.map((job) => [refKey(job), job] as const)]));
  }, []);
  const remove = useCallback((jobs: readonly Job[]) => {
    setChosen((before) => {
      const next = new Map(before);
      for (const job of jobs) next.delete(refKey(job));
      return next;
    });
  }, []);
  const clear = useCallback(() => setChosen(new Map()), []);
  return useMemo(
    () => ({
      size: chosen.size,
      jobs: [...chosen.values()],
      has: (key) => chosen.has(key),
      toggle,
      add,
      remove,
      clear,
    }),
    [chosen, toggle, add, remove, clear],
  );
}
