import * as z from "zod/mini";
import { Instant, State } from "@/lib/contract/primitives";
import { SORTS } from "@/lib/contract/sorts";

export type { Sort, SortField } from "@/lib/contract/sorts";

const text = z.string().check(z.maxLength(200));
/** A repeatable parameter; one value is a list of one. */
const many = <T extends z.ZodMiniType>(item: T) => z.optional(z.array(item).check(z.maxLength(50)));

/** Any ISO instant or date that JavaScript reads without a guess at its zone, as UTC with milliseconds. */
const When = z.pipe(
  z
    .string()
    .check(
      z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/, "an ISO 8601 instant with a zone"),
    ),
  z.pipe(
    z.transform((value: string) => {
      const instant = new Date(value);
      return Number.isNaN(instant.getTime()) ? "" : instant.toISOString();
    }),
    Instant,
  ),
);

export const JobFilter = z.strictObject({
  connection: many(text),
  vendor: many(text),
  kind: many(text),
  state: many(State),
  owner: many(text),
  queue: many(text),
  type: many(text),
  q: z.optional(text),
  /** `hide` leaves out the vendor's internal and accelerator jobs; `show`, and none, keep them. Pages hide them. */
  internal: z.optional(z.enum(["show", "hide"])),
  from: z.optional(When),
  to: z.optional(When),
  endedFrom: z.optional(When),
  endedTo: z.optional(When),
});
export type JobFilter = z.infer<typeof JobFilter>;

const wholeNumber = (from: number, to: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d{1,9}$/, "a whole number")),
    z.pipe(z.transform(Number), z.number().check(z.gte(from), z.lte(to))),
  );

/** The query of `GET /api/v1/jobs`, as read from the URL. */
export const JobListQuery = z.extend(JobFilter, {
  sort: z._default(z.enum(SORTS), "-submittedAt"),
  limit: z._default(z.union([wholeNumber(1, 200), z.number()]), 50),
  cursor: z.optional(z.string().check(z.maxLength(500))),
});
export type JobListQuery = z.infer<typeof JobListQuery>;

export const ExportQuery = z.extend(JobFilter, {
  format: z.enum(["csv", "json"]),
  sort: z._default(z.enum(SORTS), "-submittedAt"),
});
export type ExportQuery = z.infer<typeof ExportQuery>;

export const ResultsQuery = z.strictObject({
  offset: z._default(z.union([wholeNumber(0, 100_000_000), z.number()]), 0),
  limit: z._default(z.union([wholeNumber(1, 500), z.number()]), 100),
});

export const DetailQuery = z.strictObject({ run: z.optional(z.string().check(z.maxLength(64))) });

export const TimelineQuery = z.extend(JobFilter, {
  limit: z._default(z.union([wholeNumber(1, 500), z.number()]), 500),
});
export type TimelineQuery = z.infer<typeof TimelineQuery>;
export const AuditQuery = z.strictObject({
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.union([wholeNumber(1, 200), z.number()]), 50),
  by: z.optional(text),
  action: z.optional(text),
  outcome: z.optional(text),
  job: z.optional(text),
});
export type AuditQuery = z.infer<typeof AuditQuery>;
