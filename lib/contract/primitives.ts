import * as z from "zod/mini";
import { ACTION_OUTCOMES, JOB_ACTIONS } from "@/lib/jobs/action";
import { ATTENTIONS, JOB_STATES } from "@/lib/jobs/state";

/** ISO 8601 UTC with milliseconds. */
export const Instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));
export const State = z.enum(JOB_STATES);
export const Action = z.enum(JOB_ACTIONS);
export const AttentionWord = z.enum(ATTENTIONS);
export const Outcome = z.enum(ACTION_OUTCOMES);
export const Role = z.enum(["viewer", "operator", "admin"]);
export type Role = z.infer<typeof Role>;

export const ConnectionId = z
  .string()
  .check(z.regex(/^[a-z0-9-]{1,40}$/, "1 to 40 lower-case letters, digits and hyphens"));
export const Kind = z.string().check(z.regex(/^[a-z-]{1,40}$/));
export const JobId = z.string().check(z.minLength(1), z.maxLength(128));
export const Reason = z.string().check(z.maxLength(500));

/** Path parameters of one job. */
export const JobParams = z.object({ connection: z.string(), kind: z.string(), id: z.string() });
