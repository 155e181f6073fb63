/** Where a visit of the list was left: how far down, and the job that had the focus. */
export interface ListPlace {
  top: number;
  job: string | null;
}

/** By the browser's own name of the entry in its history: back finds it, a fresh visit does not. */
const places = new Map<string, ListPlace>();
const TOP: ListPlace = { top: 0, job: null };
/** A page left open all day visits the list often. */
const MOST = 50;

function here(): string | null {
  return (typeof navigation === "undefined" ? null : navigation.currentEntry?.key) ?? null;
}

export function recallPlace(): ListPlace {
  return places.get(here() ?? "") ?? TOP;
}

export function rememberPlace(change: Partial<ListPlace>): void {
  const entry = here();
  if (entry === null) return;
  const place = { ...recallPlace(), ...change };
  places.delete(entry);
  places.set(entry, place);
  const oldest = places.keys().next();
  if (places.size > MOST && !oldest.done) places.delete(oldest.value);
}
