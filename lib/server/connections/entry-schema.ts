import { z } from "zod";

/** What a value of the wrong type is told; one that is not there is told that it is required. */
const says = (message: string) => ({
  error: (issue: { input?: unknown }) => (issue.input === undefined ? "is required" : message),
});
const text = (max: number) => z.string(says("must be text (put it in quotes)")).min(1, "must not be empty").max(max);
const number = (max: number) =>
  z.number(says("must be a number")).positive("must be more than 0").max(max, `must be at most ${max}`);

/** What every connection has, whichever vendor it is for. Vendor settings stand beside these fields. */
export const CommonEntry = z.looseObject({
  id: z
    .string(says("must be text (put it in quotes)"))
    .regex(/^[a-z0-9-]{1,40}$/, "must be 1 to 40 lower-case letters, digits and hyphens"),
  name: text(100).optional(),
  vendor: text(40),
  baseUrl: text(500),
  auth: z.looseObject({ type: text(40) }, says("must be a log-in like { type: token, token: … }")),
  consoleUrl: text(500).nullish(),
  ca: text(100_000).nullish(),
  pollSeconds: number(86_400).nullish(),
  budgetPerMinute: number(100_000).nullish(),
  paused: z.boolean(says("must be true or false")).nullish(),
  jobs: z
    .array(
      z.strictObject({
        kind: text(40),
        id: z.union([z.string().min(1).max(128), z.int()], says("must be a job id")).transform(String),
      }),
      says("must be a list of { kind, id }"),
    )
    .nullish(),
});
export type CommonEntry = z.infer<typeof CommonEntry>;

export const COMMON_FIELDS: readonly string[] = Object.keys(CommonEntry.shape);

/** A vendor setting that lists definitions to follow. */
const id = z.union([z.string().min(1).max(128), z.int()], says("must be an id"));
export const Configurations = z.array(
  z.strictObject({ id, fileId: id.optional(), uuid: text(100).optional(), path: text(1000).optional() }),
  says("must be a list of { id, fileId?, uuid?, path? }"),
);

export interface EntryProblem {
  path: (string | number)[];
  message: string;
}

/** The issues of a schema, in words that fit behind a field's name. */
export function entryProblems(error: z.ZodError, under: (string | number)[] = []): EntryProblem[] {
  return error.issues.map((issue) => {
    const path = [...under, ...issue.path.map((part) => (typeof part === "symbol" ? part.toString() : part))];
    if (issue.code === "unrecognized_keys")
      return { path: [...path, issue.keys[0] ?? ""], message: "is not a field of this" };
    return { path, message: issue.message };
  });
}
