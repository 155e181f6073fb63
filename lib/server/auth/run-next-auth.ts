import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";

/** One request to next-auth, with only what it may know: no host, no forwarded headers. */
export interface AuthCall {
  method: string;
  /** `["callback", "credentials"]` of `/api/auth/callback/credentials`. */
  action: string[];
  query: Record<string, string>;
  cookies: Record<string, string>;
  body: Record<string, string>;
}

export interface AuthAnswer {
  status: number;
  location: string | null;
  headers: Headers;
  body: unknown;
}

/**
 * Runs next-auth through its handler for plain requests rather than the one for App Router routes: that one reads
 * headers and cookies behind our back, before they could be cleaned.
 */
export async function runNextAuth(call: AuthCall, options: AuthOptions): Promise<AuthAnswer> {
  const { req, res, answer } = exchange(call);
  await NextAuth(req, res, options);
  return answer;
}

/** The members of a Next request and response that next-auth uses, and no others. */
function exchange(call: AuthCall): { req: NextApiRequest; res: NextApiResponse; answer: AuthAnswer } {
  const answer: AuthAnswer = { status: 200, location: null, headers: new Headers(), body: null };
  const req = {
    method: call.method,
    query: { ...call.query, nextauth: call.action },
    cookies: call.cookies,
    headers: {},
    body: call.body,
  };
  const res = {
    status(code: number) {
      answer.status = code;
      return res;
    },
    getHeader: (name: string) =>
      name.toLowerCase() === "set-cookie" ? answer.headers.getSetCookie() : (answer.headers.get(name) ?? undefined),
    setHeader(name: string, value: string | string[]) {
      if (name.toLowerCase() === "location") answer.location = String(value);
      else {
        answer.headers.delete(name);
        for (const one of Array.isArray(value) ? value : [value]) answer.headers.append(name, one);
      }
      return res;
    },
    send(body: unknown) {
      answer.body = body;
    },
    json(body: unknown) {
      answer.body = body;
    },
    end() {},
  };
  return { req: req as unknown as NextApiRequest, res: res as unknown as NextApiResponse, answer };
}
