import { z } from "zod";

/** What a document cannot do without: text, or a number that is an id. Verbatim, as text. */
export const Id = z.union([z.string().min(1), z.number().transform(String)]);

/** A state word; which words there are is the state tables' business. */
export const Word = z.string().min(1);

/** Everything below is forgiving: of the wrong type counts as absent, and one bad field spoils no row. */
export const Text = z.string().nullish().catch(undefined);

/** A number, also as text: `cpu_cost` and its like come as either. */
export const Numeric = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .nullish()
  .catch(undefined);

/** A count whose digits are kept: beyond 2^53 it is a text. */
export const Count = z
  .union([z.number(), z.string().regex(/^-?\d+$/)])
  .nullish()
  .catch(undefined);

/** A boolean, also as text. */
export const Flag = z
  .union([z.boolean(), z.stringbool({ truthy: ["true"], falsy: ["false"] })])
  .nullish()
  .catch(undefined);
