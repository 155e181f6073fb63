import { decode, encode } from "next-auth/jwt";
import type { Env } from "@/lib/server/env";

type CookieEnv = Pick<Env, "authSecret" | "publicUrl" | "sessionHours">;

export function isSecure(env: Pick<Env, "publicUrl">): boolean {
  return env.publicUrl?.startsWith("https://") === true;
}

/** `__Host-` binds a cookie to this very host, over https only; on plain http a browser would refuse it. */
export function cookieName(
  env: Pick<Env, "publicUrl">,
  purpose: "session-token" | "csrf-token" | "callback-url",
): string {
  return `${isSecure(env) ? "__Host-" : ""}jobwatch.${purpose}`;
}

/** One cookie's value from a Cookie header; a malformed one is none. */
export function readCookie(header: string | null, name: string): string | null {
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at < 0 || part.slice(0, at).trim() !== name) continue;
    const value = part
      .slice(at + 1)
      .trim()
      .replace(/^"(.*)"$/, "$1");
    try {
      return decodeURIComponent(value);
    } catch {
      return null;
    }
  }
  return null;
}

/** The id of the session that a Cookie header claims; whether it holds is for the session's row to say. */
export async function sessionIdFromCookie(header: string | null, env: CookieEnv): Promise<string | null> {
  const token = readCookie(header, cookieName(env, "session-token"));
  if (token === null || token === "") return null;
  try {
    const claims = await decode({ token, secret: env.authSecret });
    return typeof claims?.sid === "string" ? claims.sid : null;
  } catch {
    return null;
  }
}

/** The cookie's content for a session, as next-auth writes it. */
export function sessionToken(sid: string, env: CookieEnv): Promise<string> {
  return encode({ token: { sid }, secret: env.authSecret, maxAge: sessionSeconds(env) });
}

export function sessionSeconds(env: Pick<Env, "sessionHours">): number {
  return Math.ceil(env.sessionHours * 3600);
}
