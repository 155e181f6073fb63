import * as z from "zod/mini";
import { ConnectionId, Instant } from "@/lib/contract/primitives";

export const HEALTHS = ["ok", "slow", "failing", "paused", "starting"] as const;

export const KindInfo = z.object({
  kind: z.string(),
  label: z.string(),
  detailsType: z.string(),
  definition: z.boolean(),
  actions: z.array(z.string()),
});

export const Connection = z.object({
  id: z.string(),
  name: z.string(),
  vendor: z.string(),
  vendorLabel: z.string(),
  baseUrl: z.string(),
  origin: z.enum(["file", "stored"]),
  health: z.enum(HEALTHS),
  since: Instant,
  lastAnswerAt: z.nullable(Instant),
  lastErrorAt: z.nullable(Instant),
  lastError: z.nullable(z.object({ code: z.string(), message: z.string() })),
  /** How the list came about where it is not the usual way, e.g. `listing_forbidden`. */
  notice: z.nullable(z.object({ code: z.string(), message: z.string() })),
  nextPollAt: z.nullable(Instant),
  pollSeconds: z.number(),
  /** The quick interval as it stands, stretched to fit the budget. */
  quickSeconds: z.number(),
  budget: z.object({ perMinute: z.number(), spent: z.number() }),
  jobs: z.object({ active: z.number(), skippedRows: z.number() }),
  skipped: z.array(z.object({ id: z.nullable(z.string()), reason: z.string(), at: Instant })),
  hasSecret: z.boolean(),
  paused: z.boolean(),
  authType: z.string(),
  settings: z.record(z.string(), z.unknown()),
  kinds: z.array(KindInfo),
});
export type Connection = z.infer<typeof Connection>;

export const ConnectionList = z.object({
  items: z.array(Connection),
  /** What is wrong with the connections file; the last good one is in use. Only admins are told. */
  fileProblem: z.nullable(
    z.object({ file: z.string(), line: z.nullable(z.number()), field: z.nullable(z.string()), message: z.string() }),
  ),
  /** Each vendor's form, as data, for admins. */
  vendors: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      docsUrl: z.string(),
      auth: z.array(
        z.object({
          type: z.string(),
          label: z.string(),
          fields: z.array(
            z.object({
              name: z.string(),
              label: z.string(),
              required: z.boolean(),
              secret: z.boolean(),
              help: z.nullable(z.string()),
            }),
          ),
        }),
      ),
      settings: z.array(
        z.object({
          name: z.string(),
          label: z.string(),
          required: z.boolean(),
          secret: z.boolean(),
          help: z.nullable(z.string()),
        }),
      ),
    }),
  ),
});
export type ConnectionList = z.infer<typeof ConnectionList>;

const Auth = z.catchall(z.object({ type: z.string() }), z.string().check(z.maxLength(8000)));

/**
 * A connection as the form sends it. Vendor settings stand in `settings`, or beside the other fields as in the YAML file;
 * the server checks them against the vendor's descriptor. In a change, what is absent stays, secrets included.
 */
export const ConnectionInput = z.looseObject({
  id: ConnectionId,
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  vendor: z.string(),
  baseUrl: z.string().check(z.maxLength(500)),
  auth: Auth,
  settings: z.optional(z.record(z.string(), z.unknown())),
  pollSeconds: z.optional(z.number().check(z.gte(2), z.lte(3600))),
  budgetPerMinute: z.optional(z.number().check(z.gte(1), z.lte(6000))),
  paused: z.optional(z.boolean()),
});
export type ConnectionInput = z.infer<typeof ConnectionInput>;
export const ConnectionChange = z.partial(z.omit(ConnectionInput, { id: true, vendor: true }));
export type ConnectionChange = z.infer<typeof ConnectionChange>;

/** `id` alone tests a saved connection; with other fields, what the form holds before it is saved. */
export const ConnectionTest = z.partial(ConnectionInput);
export const ConnectionTestAnswer = z.object({
  ok: z.boolean(),
  code: z.nullable(z.string()),
  message: z.string(),
  ms: z.number(),
});
