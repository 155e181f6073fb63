import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { SORTS, type SortField } from "@/lib/contract/sorts";
import { JOB_STATES } from "@/lib/jobs/state";
import { isWhen, resolveWhen } from "@/lib/url/when";

/** The list's columns in their usual order. */
export const COLUMN_IDS = [
  "state",
  "name",
  "connection",
  "kind",
  "type",
  "owner",
  "queue",
  "submitted",
  "started",
  "ended",
  "duration",
  "progress",
  "rows",
  "actions",
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];
/** Newest first: where a vendor tells no submission, by what it does tell. */
export const DEFAULT_SORT = "-submittedAt" as const;

export const DEFAULT_COLUMNS: ColumnId[] = [
  "state",
  "name",
  "owner",
  "queue",
  "started",
  "duration",
  "progress",
  "actions",
];

const parseAsWhen = createParser({ parse: (text) => (isWhen(text) ? text : null), serialize: (text: string) => text });
const MIN_WIDTH = 48;

/** `name:320` */
const parseAsWidth = createParser<{ column: ColumnId; px: number }>({
  parse: (text) => {
    const [column, px] = text.split(":");
    const id = COLUMN_IDS.find((candidate) => candidate === column);
    const width = Number(px);
    return id && Number.isInteger(width) && width >= MIN_WIDTH && width <= 2000 ? { column: id, px: width } : null;
  },
  serialize: ({ column, px }) => `${column}:${px}`,
  eq: (a, b) => a.column === b.column && a.px === b.px,
});

/** The vocabulary of `/jobs`' query string, shared by server and browser. The filter's words are the API's own. */
export const jobsSearch = {
  connection: parseAsNativeArrayOf(parseAsString),
  vendor: parseAsNativeArrayOf(parseAsString),
  kind: parseAsNativeArrayOf(parseAsString),
  state: parseAsNativeArrayOf(parseAsStringLiteral(JOB_STATES)),
  owner: parseAsNativeArrayOf(parseAsString),
  queue: parseAsNativeArrayOf(parseAsString),
  type: parseAsNativeArrayOf(parseAsString),
  q: parseAsString,
  internal: parseAsStringLiteral(["show"] as const),
  from: parseAsWhen,
  to: parseAsWhen,
  endedFrom: parseAsWhen,
  endedTo: parseAsWhen,
  sort: parseAsStringLiteral(SORTS).withDefault(DEFAULT_SORT),
  columns: parseAsArrayOf(parseAsStringLiteral(COLUMN_IDS)).withDefault(DEFAULT_COLUMNS),
  widths: parseAsArrayOf(parseAsWidth).withDefault([]),
};
export type JobsSearch = inferParserType<typeof jobsSearch>;

export const loadJobsSearch = createLoader(jobsSearch);
/** The page's query string, `?` included, `""` for the plain list. */
export const jobsQueryString = createSerializer(jobsSearch);

/** The filters that take many values, in the order of their menus. */
export const FACET_KEYS = ["state", "vendor", "connection", "kind", "owner", "queue", "type"] as const;
export type FacetKey = (typeof FACET_KEYS)[number];
/** The filters that take one point in time each. */
export const WHEN_KEYS = ["from", "to", "endedFrom", "endedTo"] as const;
export type WhenKey = (typeof WHEN_KEYS)[number];

/** What the API takes of `q`. */
const LONGEST_TEXT = 200;

export type ApiQuery = Record<string, string | string[]>;

/** What a page asks the API for: jobs that a vendor runs for itself are hidden until asked for, by the toggle or by type. */
export function internalOf({ internal, type }: Pick<JobsSearch, "internal" | "type">): "show" | "hide" {
  return internal ?? (type.length > 0 ? "show" : "hide");
}

/** The API's filter for what the page's URL says. @param now epoch ms, for ranges that move along */
export function toApiFilter(search: JobsSearch, now: number): ApiQuery {
  const query: ApiQuery = {};
  for (const key of FACET_KEYS) if (search[key].length > 0) query[key] = [...search[key]];
  // A pasted statement can be longer than the API takes: its beginning finds it too.
  if (search.q) query.q = search.q.slice(0, LONGEST_TEXT);
  query.internal = internalOf(search);
  for (const key of WHEN_KEYS) {
    const when = search[key];
    if (when) query[key] = resolveWhen(when, now);
  }
  return query;
}

/** Whether anything narrows the list. */
export function isFiltered(search: JobsSearch): boolean {
  return Boolean(search.q) || FACET_KEYS.some((key) => search[key].length > 0) || WHEN_KEYS.some((key) => search[key]);
}

/** What a click on a column's head sorts by next: newest and longest first, names from A; the second click turns it. */
export function nextSort(current: JobsSearch["sort"], field: SortField): JobsSearch["sort"] {
  const first = field === "name" || field === "state" ? field : (`-${field}` as const);
  const second = first === field ? (`-${field}` as const) : field;
  return current === first ? second : first;
}

/** A change that clears every filter; what a change leaves out, here sort, columns and widths, stays. */
export const NO_FILTER = {
  connection: null,
  vendor: null,
  kind: null,
  state: null,
  owner: null,
  queue: null,
  type: null,
  q: null,
  internal: null,
  from: null,
  to: null,
  endedFrom: null,
  endedTo: null,
} as const;
