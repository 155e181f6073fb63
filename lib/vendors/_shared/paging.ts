/** How many pages one list may have before we stop asking: a million rows, or a vendor that never ends. */
export const MOST_PAGES = 20;

export interface Pages {
  rows: unknown[];
  /** false: stopped at the cap or in a loop, so that something may be missing. */
  complete: boolean;
}

/**
 * Collects the pages of a list by offset. It ends on the first short or empty page, never by a total: totals count
 * other things with some vendors. A page that repeats the one before ends it too, as incomplete.
 */
export async function collectPages(
  read: (offset: number, limit: number) => Promise<readonly unknown[]>,
  pageSize: number,
  mostPages = MOST_PAGES,
): Promise<Pages> {
  const rows: unknown[] = [];
  let previous = "";
  for (let page = 0; page < mostPages; page++) {
    const batch = await read(page * pageSize, pageSize);
    const mark = JSON.stringify([batch[0], batch.at(-1)]);
    if (batch.length > 0 && mark === previous) return { rows, complete: false };
    previous = mark;
    for (const row of batch) rows.push(row);
    if (batch.length < pageSize) return { rows, complete: true };
  }
  return { rows, complete: false };
}
