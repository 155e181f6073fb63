"use client";

import { type RefObject } from "react";
import { useKeys } from "@/components/shell/keys";
import { showToast } from "@/components/ui/toast";

const LINK = "[data-job-link]";

function rows(scroller: HTMLElement | null): HTMLElement[] {
  const found = scroller ? [...scroller.querySelectorAll<HTMLElement>(".job-row")] : [];
  return found.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
}

const current = () => document.activeElement?.closest<HTMLElement>(".job-row") ?? null;

/**
 * `j` and `k` walk from name to name; what else a key does, it does to the row that has the focus.
 * @param chosen jobs are selected: `c` is about them
 */
export function useListKeys(
  scroller: RefObject<HTMLElement | null>,
  search: RefObject<HTMLInputElement | null>,
  chosen: boolean,
): void {
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
  function cancel() {
    const button = chosen
      ? document.querySelector<HTMLButtonElement>("[data-cancel-chosen]")
      : current()?.querySelector<HTMLButtonElement>('[data-column="actions"] button');
    if (button && !button.disabled) button.click();
    else if (chosen) void showToast(button?.title || "None of the selected jobs can be cancelled now");
    else if (current()) void showToast(button?.title || "This job cannot be cancelled now");
  }
  useKeys([
    { keys: "/", label: "Search", group: "List", run: () => search.current?.focus() },
    { keys: "j", label: "Next job", group: "List", run: () => step(1) },
    { keys: "k", label: "Previous job", group: "List", run: () => step(-1) },
    { keys: "o", label: "Open the job (or Enter)", group: "List", run: () => click(LINK) },
    { keys: "x", label: "Select the job", group: "List", run: () => click('[data-column="select"] input') },
    { keys: "c", label: "Cancel the job, or those selected, after a dialog", group: "List", run: cancel },
  ]);
}
