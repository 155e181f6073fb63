import { createHash } from "node:crypto";
import { passwordFits } from "@/lib/server/auth/password";
import type { Services } from "@/lib/server/routes/services";
import { createSession } from "@/lib/server/store/access/sessions";
import { forgetTries, giveTryBack, takeTry } from "@/lib/server/store/access/throttles";
import { emailKey, userByEmail } from "@/lib/server/store/access/users";

const WINDOW_MS = 5 * 60_000;
const PER_ACCOUNT = 5;
const PER_ADDRESS = 50;

export interface LogIn {
  email: string;
  password: string;
  /** Where it comes from, for counting failures. */
  address: string;
}

export type LogInAnswer = { ok: true; session: string } | { ok: false; retryAfterMs: number };

/**
 * Checks a password and begins a session. The account and the address each pay for the try before it is made; a good
 * one gives both back. Unknown, disabled and wrong cannot be told apart, by answer or by time.
 */
export async function logIn({ db, env, now }: Services, { email, password, address }: LogIn): Promise<LogInAnswer> {
  // Hashed: the table of failures is no list of what people typed, and a key has one length.
  const account = `account ${createHash("sha256").update(emailKey(email)).digest("hex")}`;
  const origin = `address ${address}`;
  const accountWait = await takeTry(db, account, PER_ACCOUNT, WINDOW_MS, now());
  if (accountWait > 0) return { ok: false, retryAfterMs: accountWait };
  const addressWait = await takeTry(db, origin, PER_ADDRESS, WINDOW_MS, now());
  if (addressWait > 0) {
    await giveTryBack(db, account);
    return { ok: false, retryAfterMs: addressWait };
  }
  const usable = email.length <= 200 && password.length <= 1024;
  const user = usable ? await userByEmail(db, email) : null;
  const fits = await passwordFits(user?.passwordHash ?? null, usable ? password : "");
  if (user === null || !fits || user.disabled) return { ok: false, retryAfterMs: 0 };
  await forgetTries(db, account, now());
  await giveTryBack(db, origin);
  return { ok: true, session: await createSession(db, user.id, now(), env.sessionHours * 3_600_000) };
}
