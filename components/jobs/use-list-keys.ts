"use client";

import { type RefObject } from "react";
import { useKeys } from "@/components/shell/keys";

const LINK = "[data-job-link]";

function rows(scroller: HTMLElement | null): HTMLElement[] {
  const found = scroller ? [...scroller.querySelectorAll<HTMLElement>(".job-row")] : [];
  return found.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
}

const current = () => document.activeElement?.closest<HTMLElement>(".job-row") ?? null;

/** `j` and `k` walk from name to name; what else a key does, it does to the row that has the focus. */
export function useListKeys(scroller: RefObject<HTMLElement | null>, search: RefObject<HTMLInputElement | null>): void {
  function step(by: 1 | -1) {
    const list = rows(scroller.current);
    const here = current();
    const at = here ? list.indexOf(here) : -1;
    const head = scroller.current?.getBoundingClientRect().top ?? 0;
    const first = list.findIndex((row) => row.getBoundingClientRect().top >= head + 30);
    const next = here ? list[at + by] : list[Math.max(0, first)];
    const link = next?.querySelector<HTMLElement>(LINK);
    link?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
  }
  const click = (selector: string) => current()?.querySelector<HTMLElement>(selector)?.click();
  useKeys([
    { keys: "/", label: "Search", group: "List", run: () => search.current?.focus() },
    { keys: "j", label: "Next job", group: "List", run: () => step(1) },
    { keys: "k", label: "Previous job", group: "List", run: () => step(-1) },
    { keys: "o", label: "Open the job (or Enter)", group: "List", run: () => click(LINK) },
    { keys: "x", label: "Select the job", group: "List", run: () => click('[data-column="select"] input') },
    {
      keys: "c",
      label: "Cancel the job, after a dialog",
      group: "List",
      run: () => click('[data-column="actions"] button'),
    },
  ]);
}
