import * as z from "zod/mini";
import { Action, ConnectionId, JobId, Kind, Reason, State } from "@/lib/contract/primitives";
import { Problem } from "@/lib/contract/problem";

/** Body of an action; which of its fields count is the action's own matter. */
export const ActionBody = z.strictObject({
  reason: z.optional(Reason),
  fileIds: z.optional(z.array(z.union([z.string(), z.number()])).check(z.minLength(1), z.maxLength(100))),
  variables: z.optional(z.record(z.string().check(z.maxLength(100)), z.string().check(z.maxLength(2000)))),
  resumeSavepoint: z.optional(z.boolean()),
  dataId: z.optional(z.string().check(z.regex(/^\d{1,18}$/))),
  confirm: z.optional(z.string().check(z.maxLength(500))),
});
export type ActionBody = z.infer<typeof ActionBody>;

export const ActionParams = z.object({ connection: z.string(), kind: z.string(), id: z.string(), action: z.string() });

export const ActionAnswer = z.object({
  auditId: z.string(),
  action: Action,
  status: z.literal("accepted"),
  /** Where the same was asked before and is still open, and the vendor has not accepted that (yet): how far it has come. */
  already: z.optional(z.enum(["asked", "unknown"])),
  state: State,
  started: z.optional(z.array(z.object({ connection: z.string(), kind: z.string(), id: z.string() }))),
  plan: z.optional(z.array(z.unknown())),
});
export type ActionAnswer = z.infer<typeof ActionAnswer>;

export const BulkBody = z.strictObject({
  action: z.optional(Action),
  reason: z.optional(Reason),
  jobs: z
    .array(z.strictObject({ connection: ConnectionId, kind: Kind, id: JobId, action: z.optional(Action) }))
    .check(z.minLength(1), z.maxLength(500)),
});
export type BulkBody = z.infer<typeof BulkBody>;

export const BulkAnswer = z.object({
  items: z.array(
    z.object({
      connection: z.string(),
      kind: z.string(),
      id: z.string(),
      answer: z.optional(ActionAnswer),
      problem: z.optional(Problem),
    }),
  ),
});
export type BulkAnswer = z.infer<typeof BulkAnswer>;
