import { randomUUID } from "node:crypto";
import type * as z from "zod/mini";
import type { User, UserChange, UserInput } from "@/lib/contract/access";
import { AppError } from "@/lib/server/app-error";
import type { RequestUser } from "@/lib/server/auth/authenticate";
import { hashPassword } from "@/lib/server/auth/password";
import type { Connection } from "@/lib/server/db/database";
import type { Services } from "@/lib/server/routes/services";
import {
  changeUser,
  createUser,
  deleteUser,
  type UserChangeAnswer,
  type UserRow,
} from "@/lib/server/store/access/users";
import { appendAudit } from "@/lib/server/store/audit";

/** A user as the API shows one: without anything of the password. */
export function toUser(row: UserRow): User {
  const { id, email, role, connections, disabled } = row;
  return {
    id,
    email,
    role,
    connections,
    disabled,
    createdAt: new Date(row.createdAt).toISOString(),
    lastSeenAt: row.lastSeenAt === null ? null : new Date(row.lastSeenAt).toISOString(),
  };
}

/** @throws AppError `conflict` where the address has an account */
export async function addUser(services: Services, by: RequestUser, input: z.output<typeof UserInput>): Promise<User> {
  const { password, ...facts } = input;
  const passwordHash = password === undefined ? null : await hashPassword(password);
  return services.db.transaction(async (tx) => {
    const row = await createUser(tx, { ...facts, passwordHash }, services.now());
    if (row === null) throw taken();
    await note(tx, services, by, "user.create", row, scopeOf(row));
    return toUser(row);
  });
}

/** @throws AppError `not_found`, or `conflict` for an address in use and for the last admin */
export async function editUser(
  services: Services,
  by: RequestUser,
  id: string,
  input: z.output<typeof UserChange>,
): Promise<User> {
  const { password, ...facts } = input;
  const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  const change = password === undefined ? given : { ...given, passwordHash: await hashPassword(password) };
  return services.db.transaction(async (tx) => {
    const user = settled(await changeUser(tx, id, change, services.now()));
    const fields = Object.keys(input).sort().join(", ");
    await note(tx, services, by, "user.update", user, `changed: ${fields}; ${scopeOf(user)}`);
    return toUser(user);
  });
}

/** @throws AppError `not_found`, or `conflict` for the last admin */
export async function removeUser(services: Services, by: RequestUser, id: string): Promise<void> {
  await services.db.transaction(async (tx) => {
    const user = settled(await deleteUser(tx, id));
    await note(tx, services, by, "user.delete", user, scopeOf(user));
  });
}

function settled(answer: UserChangeAnswer): UserRow {
  if (answer.ok) return answer.user;
  if (answer.reason === "unknown") throw new AppError("not_found");
  if (answer.reason === "taken") throw taken();
  throw new AppError("conflict", { detail: "This is the last admin: make another one first." });
}

function taken(): AppError {
  return new AppError("conflict", { detail: "This e-mail address has an account already." });
}

function scopeOf(row: UserRow): string {
  const scope = row.connections === null ? "all connections" : row.connections.join(", ") || "no connection";
  return `${row.role}${row.disabled ? ", disabled" : ""}, ${scope}`;
}

async function note(
  tx: Connection,
  services: Services,
  by: RequestUser,
  action: string,
  user: UserRow,
  said: string,
): Promise<void> {
  await appendAudit(tx, {
    entry: randomUUID(),
    at: services.now(),
    by: by.by,
    action,
    connection: "",
    kind: "user",
    jobId: user.email,
    reason: said,
    outcome: "confirmed",
    vendorMessage: null,
  });
}
