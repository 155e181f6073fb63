/** The gallery's pages. */
export const PREVIEW_PARTS = [
  "states",
  "buttons",
  "notices",
  "progress",
  "timeline",
  "course",
  "rows",
  "connections",
  "header",
  "events",
  "fields",
] as const;
export type PreviewPartName = (typeof PREVIEW_PARTS)[number];
