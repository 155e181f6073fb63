"use client";

import { useEffect, useRef } from "react";
import { STATE_WORD } from "@/components/jobs/state-face";
import { announce } from "@/components/ui/announcer";
import type { JobDetail } from "@/lib/contract/job";
import { oneLine, shorten } from "@/lib/format/visible-text";
import type { JobState } from "@/lib/jobs/state";
import { routes } from "@/lib/url/routes";

/** The browser's tab carries the state, in word and mark; a change of it is told to readers. */
export function useJobTitle(job: JobDetail | undefined): void {
  const state = job?.state;
  const name = job ? shorten(oneLine(job.name.slice(0, 400)), 60) : null;
  const told = useRef<JobState | null>(null);
  useEffect(() => {
    if (!state || name === null) return;
    const before = document.title;
    document.title = `${STATE_WORD[state]} · ${name} · Jobwatch`;
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    const usual = icon?.getAttribute("href") ?? null;
    icon?.setAttribute("href", routes.favicon(state));
    if (told.current && told.current !== state) announce(`${name} is now ${STATE_WORD[state].toLowerCase()}`);
    told.current = state;
    return () => {
      document.title = before;
      if (usual) icon?.setAttribute("href", usual);
    };
  }, [state, name]);
}
