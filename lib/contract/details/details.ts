import * as z from "zod/mini";

/**
 * Every field of the vendor's documents, with a `type` that picks the panel. The vendors' own schemas stand beside this
 * file: a panel parses what it is given with its vendor's, so that a field we mistyped spoils one panel, never a page.
 */
export const Details = z.looseObject({ type: z.string() });
export type Details = z.infer<typeof Details>;
