"use client";

import { useEffect } from "react";
import { STATE_WORD } from "@/components/jobs/state-face";
import type { JobDetail } from "@/lib/contract/job";
import { oneLine, shorten } from "@/lib/format/visible-text";
import { routes } from "@/lib/url/routes";

/** The browser's tab carries the state, in word and mark. Readers hear a change from the header, which is a live region. */
export function useJobTitle(job: JobDetail | undefined): void {
  const state = job?.state;
  const name = job ? shorten(oneLine(job.name.slice(0, 400)), 60) : null;
  useEffect(() => {
    if (!state || name === null) return;
    const before = document.title;
    document.title = `${STATE_WORD[state]} · ${name} · Jobwatch`;
    const ours = document.title;
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    const usual = icon?.getAttribute("href") ?? null;
    icon?.setAttribute("href", routes.favicon(state));
    return () => {
      // The page that follows may have named itself already.
      if (document.title === ours) document.title = before;
      if (usual) icon?.setAttribute("href", usual);
    };
  }, [state, name]);
}
