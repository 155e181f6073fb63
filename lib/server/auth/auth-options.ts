import type { AuthOptions, CookieOption } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { logIn } from "@/lib/server/auth/log-in";
import { cookieName, isSecure, sessionSeconds } from "@/lib/server/auth/session-cookie";
import { log } from "@/lib/server/log";
import type { Services } from "@/lib/server/routes/services";
import { revokeSession, sessionUser } from "@/lib/server/store/access/sessions";

/** What a log-in leaves for the answer, beside what next-auth says. */
export interface LogInAttempt {
  address: string;
  /** The session that this browser had before: it ends with a new log-in. */
  earlier: string | null;
  retryAfterMs: number;
}

/**
 * next-auth with credentials. Its token holds the id of a session's row and nothing else: whether the session holds, and
 * what its user may do, is read from the rows.
 */
export function authOptions(services: Services, attempt: LogInAttempt): AuthOptions {
  const { db, env, now } = services;
  const cookie = (purpose: Parameters<typeof cookieName>[1]): CookieOption => ({
    name: cookieName(env, purpose),
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure(env) },
  });
  return {
    secret: env.authSecret,
    session: { strategy: "jwt", maxAge: sessionSeconds(env) },
    jwt: { maxAge: sessionSeconds(env) },
    useSecureCookies: isSecure(env),
    cookies: {
      sessionToken: cookie("session-token"),
      csrfToken: cookie("csrf-token"),
      callbackUrl: cookie("callback-url"),
    },
    pages: { signIn: "/login", signOut: "/login", error: "/login" },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        async authorize(credentials) {
          const { email, password } = credentials ?? {};
          if (typeof email !== "string" || typeof password !== "string") return null;
          const answer = await logIn(services, { email, password, address: attempt.address });
          if (!answer.ok) {
            attempt.retryAfterMs = answer.retryAfterMs;
            return null;
          }
          if (attempt.earlier !== null) await revokeSession(db, attempt.earlier, now());
          return { id: answer.session };
        },
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        const sid: unknown = user ? user.id : token.sid;
        if (typeof sid !== "string" || (await sessionUser(db, sid, now())) === null) throw new Error("session over");
        return { sid };
      },
      async session({ session, token }) {
        const found = typeof token.sid === "string" ? await sessionUser(db, token.sid, now()) : null;
        if (found === null) throw new Error("session over");
        const { id, email, role } = found.user;
        return { ...session, user: { id, email, role }, expires: new Date(found.expiresAt).toISOString() };
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === "string") await revokeSession(db, token.sid, now());
      },
    },
    logger: {
      // A session that is over arrives here as an error, and is none.
      error: (code) => log.debug({ code }, "next-auth"),
      warn: (code) => log.debug({ code }, "next-auth"),
      debug: () => {},
    },
  };
}
