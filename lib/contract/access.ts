import * as z from "zod/mini";
import { ConnectionId, Instant, Role } from "@/lib/contract/primitives";

const Email = z.string().check(z.regex(/^[^\s@]+@[^\s@]+$/, "an e-mail address"), z.maxLength(200));
const Password = z.string().check(z.minLength(8), z.maxLength(200));

export const Me = z.object({
  id: z.string(),
  email: z.string(),
  role: Role,
  connections: z.nullable(z.array(z.string())),
});
export type Me = z.infer<typeof Me>;

export const User = z.object({
  id: z.string(),
  email: z.string(),
  role: Role,
  connections: z.nullable(z.array(z.string())),
  disabled: z.boolean(),
  createdAt: Instant,
  lastSeenAt: z.nullable(Instant),
});
export type User = z.infer<typeof User>;
/** Without a password the user cannot log in by one until an admin sets it. */
export const UserInput = z.strictObject({
  email: Email,
  password: z.optional(Password),
  role: Role,
  connections: z._default(z.nullable(z.array(ConnectionId)), null),
  disabled: z._default(z.boolean(), false),
});
export const UserChange = z.strictObject({
  email: z.optional(Email),
  password: z.optional(Password),
  role: z.optional(Role),
  connections: z.optional(z.nullable(z.array(ConnectionId))),
  disabled: z.optional(z.boolean()),
});

export const Token = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: Instant,
  lastUsedAt: z.nullable(Instant),
});
export type Token = z.infer<typeof Token>;
export const TokenInput = z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(80)) });
/** The token itself is shown this once. */
export const NewToken = z.object({ id: z.string(), name: z.string(), token: z.string() });

export const View = z.object({
  id: z.string(),
  name: z.string(),
  /** The list's query string, without `?`. */
  query: z.string(),
  shared: z.boolean(),
  mine: z.boolean(),
  createdAt: Instant,
});
export type View = z.infer<typeof View>;
export const ViewInput = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  query: z.string().check(z.maxLength(4000)),
  shared: z._default(z.boolean(), false),
});
export const ViewChange = z.strictObject({
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
  query: z.optional(z.string().check(z.maxLength(4000))),
  shared: z.optional(z.boolean()),
});

export const SetupInput = z.strictObject({ code: z.string(), email: Email, password: Password });
