import { z } from "zod";
import { keyWeakness, secretWeakness } from "@/lib/server/env/secret-strength";
import { parseNetworks } from "@/lib/server/outbound/address-rules";
import { misspeltVariables, VARIABLES, type Variable } from "@/lib/server/env/variables";

/** The environment, checked. `null` means that the variable was not set. */
export interface Env {
  databaseUrl: string | null;
  dataDir: string;
  /** null: made and kept in `dataDir` at the start. */
  authSecret: string | null;
  /** Base64, newest first. null: made and kept in `dataDir` at the start. */
  encryptionKeys: string[] | null;
  connectionsFile: string | null;
  bootstrapAdmin: { email: string; password: string } | null;
  collector: "in-process" | "off";
  port: number;
  hostname: string;
  /** An origin, without a slash at its end. */
  publicUrl: string | null;
  sessionHours: number;
  /** Jobs that ended longer ago are removed; null: everything is kept. */
  retentionDays: number | null;
  /** As `parseNetworks` of the outbound door reads them. */
  vendorNetworks: string[];
  metricsToken: string | null;
  logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
}

export type EnvReading = { ok: true; env: Env; warnings: string[] } | { ok: false; problem: string };

const databaseUrl = z.string().refine(isPostgresUrl, "must be postgres://user:password@host:port/database");
const publicUrl = z.string().transform((text, ctx) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) {
    ctx.addIssue("must be an address like https://jobwatch.example.com");
    return z.NEVER;
  }
  if (url.username !== "" || url.password !== "" || url.pathname !== "/" || url.search !== "" || url.hash !== "") {
    ctx.addIssue("must be an origin alone: no user, path, query or fragment");
    return z.NEVER;
  }
  return url.origin;
});

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be a whole number from ${min} to ${max}`);

const secret = z.string().superRefine((text, ctx) => {
  const weakness = secretWeakness(text);
  if (weakness !== null) ctx.addIssue(weakness);
});

const encryptionKeys = z.string().transform((text, ctx) => {
  const keys = text.split(",").map((key) => key.trim());
  for (const [index, key] of keys.entries()) {
    const weakness = key === "" ? "is empty" : keyWeakness(key);
    if (weakness === null) continue;
    ctx.addIssue(`key ${index + 1} of ${keys.length} ${weakness} (32 random bytes in base64)`);
    return z.NEVER;
  }
  if (new Set(keys).size !== keys.length) ctx.addIssue("names the same key twice");
  return keys;
});

const networks = z.string().transform((text, ctx) => {
  const ranges = text.split(",").map((range) => range.trim());
  try {
    parseNetworks(ranges);
  } catch (error) {
    ctx.addIssue((error as Error).message);
  }
  return ranges;
});

const LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const Environment = z.object({
  DATABASE_URL: databaseUrl.optional(),
  DATA_DIR: z.string().default(".data"),
  AUTH_SECRET: secret.optional(),
  ENCRYPTION_KEYS: encryptionKeys.optional(),
  CONNECTIONS_FILE: z.string().optional(),
  BOOTSTRAP_ADMIN_EMAIL: z.email("must be an e-mail address").optional(),
  BOOTSTRAP_ADMIN_PASSWORD: z
    .string()
    .min(8, "must have at least 8 characters")
    .max(256, "must have at most 256 characters")
    .optional(),
  COLLECTOR: z.enum(["in-process", "off"], { error: 'must be "in-process" or "off"' }).default("in-process"),
  PORT: wholeNumber(1, 65535).default(3000),
  HOSTNAME: z
    .string()
    .regex(/^[A-Za-z0-9.:_[\]-]+$/, "must be a host name or an address")
    .default("127.0.0.1"),
  PUBLIC_URL: publicUrl.optional(),
  SESSION_HOURS: z
    .string()
    .regex(/^\d{1,4}(\.\d{1,4})?$/, "must be a number of hours, more than 0 and at most 8760")
    .transform(Number)
    .refine((hours) => hours > 0 && hours <= 8760, "must be a number of hours, more than 0 and at most 8760")
    .default(24),
  RETENTION_DAYS: wholeNumber(1, 3650).optional(),
  VENDOR_NETWORKS: networks.optional(),
  METRICS_TOKEN: z.string().optional(),
  LOG_LEVEL: z.enum(LEVELS, { error: `must be one of ${LEVELS.join(", ")}` }).default("info"),
} satisfies Record<Variable, z.ZodType>);

function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);
}

/** What one variable demands of another. */
function crossCheck(raw: z.infer<typeof Environment>): string | null {
  if (raw.DATABASE_URL !== undefined) {
    const missing =
      raw.AUTH_SECRET === undefined ? "AUTH_SECRET" : raw.ENCRYPTION_KEYS === undefined ? "ENCRYPTION_KEYS" : null;
    if (missing !== null)
      return `${missing}: is missing, and required with DATABASE_URL (openssl rand -base64 32 makes one)`;
  }
  if (raw.AUTH_SECRET !== undefined && raw.ENCRYPTION_KEYS?.includes(raw.AUTH_SECRET) === true) {
    return "AUTH_SECRET: is one of the ENCRYPTION_KEYS: each needs a secret of its own";
  }
  if ((raw.BOOTSTRAP_ADMIN_EMAIL === undefined) !== (raw.BOOTSTRAP_ADMIN_PASSWORD === undefined)) {
    const missing = raw.BOOTSTRAP_ADMIN_EMAIL === undefined ? "BOOTSTRAP_ADMIN_EMAIL" : "BOOTSTRAP_ADMIN_PASSWORD";
    return `${missing}: is missing: the first admin needs both an e-mail address and a password`;
  }
  return null;
}

/**
 * Reads the environment without touching anything. An empty variable counts as unset. A wrong one gives one line that
 * names the variable and the reason, and never its value where it is a secret.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>>): EnvReading {
  const given = VARIABLES.flatMap((name) => {
    const value = source[name]?.trim();
    return value === undefined || value === "" ? [] : [[name, value] as const];
  });
  const parsed = Environment.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { ok: false, problem: `${issue?.path.join(".") ?? "environment"}: ${issue?.message ?? "is wrong"}` };
  }
  const raw = parsed.data;
  const conflict = crossCheck(raw);
  if (conflict !== null) return { ok: false, problem: conflict };
  const { BOOTSTRAP_ADMIN_EMAIL: email, BOOTSTRAP_ADMIN_PASSWORD: password } = raw;
  return {
    ok: true,
    warnings: misspeltVariables(Object.keys(source)),
    env: {
      databaseUrl: raw.DATABASE_URL ?? null,
      dataDir: raw.DATA_DIR,
      authSecret: raw.AUTH_SECRET ?? null,
      encryptionKeys: raw.ENCRYPTION_KEYS ?? null,
      connectionsFile: raw.CONNECTIONS_FILE ?? null,
      bootstrapAdmin: email !== undefined && password !== undefined ? { email, password } : null,
      collector: raw.COLLECTOR,
      port: raw.PORT,
      hostname: raw.HOSTNAME,
      publicUrl: raw.PUBLIC_URL ?? null,
      sessionHours: raw.SESSION_HOURS,
      retentionDays: raw.RETENTION_DAYS ?? null,
      vendorNetworks: raw.VENDOR_NETWORKS ?? [],
      metricsToken: raw.METRICS_TOKEN ?? null,
      logLevel: raw.LOG_LEVEL,
    },
  };
}
