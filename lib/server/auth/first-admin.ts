import { createHash, randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import { AppError } from "@/lib/server/app-error";
import { hashPassword } from "@/lib/server/auth/password";
import { setupCodes } from "@/lib/server/db/schema/access";
import type { Services } from "@/lib/server/routes/services";
import { changeUser, createUser, hasAdmin, userByEmail, type UserRow } from "@/lib/server/store/access/users";

/** Without letters and digits that look alike: it is read from one screen and typed on another. */
const ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

function newCode(): string {
  const part = (): string => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return [part(), part(), part(), part()].join("-");
}

function hashOf(code: string): string {
  return createHash("sha256").update(code.trim().toUpperCase()).digest("hex");
}

/** Whether the first admin is still to be made. */
export async function setupNeeded({ db }: Pick<Services, "db">): Promise<boolean> {
  return !(await hasAdmin(db));
}

/**
 * At the start: makes the first admin from the environment, or prints the code with which the first visitor makes it.
 * Does nothing where there is an admin.
 * @param print told one line where a code was made
 */
export async function prepareFirstAdmin(services: Services, print: (line: string) => void): Promise<void> {
  const { db, env, now } = services;
  if (!(await setupNeeded(services))) return;
  if (env.bootstrapAdmin === null) {
    const code = newCode();
    await db.insert(setupCodes).values({ hash: hashOf(code), createdAt: now() });
    print(`No admin yet: open the log-in page and make one with the code ${code}`);
    return;
  }
  await makeAdmin(services, env.bootstrapAdmin.email, await hashPassword(env.bootstrapAdmin.password));
}

/**
 * Makes the first admin, once.
 * @throws AppError `conflict` where there is an admin, `wrong_credentials` for a code that was not printed
 */
export async function setUpFirstAdmin(
  services: Services,
  input: { code: string; email: string; password: string },
): Promise<UserRow> {
  if (!(await setupNeeded(services))) throw new AppError("conflict", { detail: "There is an admin already." });
  const passwordHash = await hashPassword(input.password);
  // The code is gone with the delete: of two that use it at once, one finds it.
  const used = await services.db
    .delete(setupCodes)
    .where(eq(setupCodes.hash, hashOf(input.code)))
    .returning();
  if (used.length === 0)
    throw new AppError("wrong_credentials", { detail: "This code was not printed by this server." });
  const admin = await makeAdmin(services, input.email, passwordHash);
  await services.db.delete(setupCodes);
  return admin;
}

async function makeAdmin({ db, now }: Services, email: string, passwordHash: string): Promise<UserRow> {
  const admin = { email, passwordHash, role: "admin" as const, connections: null, disabled: false };
  const made = await createUser(db, admin, now());
  if (made !== null) return made;
  // The address has an account that is no admin; whoever holds the code or the environment may lift it.
  const known = await userByEmail(db, email);
  const changed = known === null ? null : await changeUser(db, known.id, admin, now());
  if (changed?.ok !== true) throw new AppError("conflict", { detail: "This account was changed at the same moment." });
  return changed.user;
}
