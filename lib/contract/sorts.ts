/** What the list can be sorted by. Apart from the schemas, so that a page's address can be read without them. */
export const SORT_FIELDS = ["submittedAt", "startedAt", "endedAt", "durationMs", "name", "state"] as const;
export type SortField = (typeof SORT_FIELDS)[number];
export const SORTS = SORT_FIELDS.flatMap((field) => [field, `-${field}`] as const);
export type Sort = SortField | `-${SortField}`;
