import type { ReactNode } from "react";

/**
 * What narrows a page: the search, and beside it the menus. On a phone the search has a line of its own, as wide as the
 * page, so that chosen filters and completions find room, and the menus scroll sideways below it.
 */
export function FilterLine({ search, children }: { search: ReactNode; children: ReactNode }) {
  return (
    <div className="flex shrink-0 flex-wrap items-start gap-2">
      {search}
      <div className="contents max-md:-m-1 max-md:flex max-md:min-w-0 max-md:basis-full max-md:gap-2 max-md:overflow-x-auto max-md:p-1">
        {children}
      </div>
    </div>
  );
}
