import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/server/app-error";
import { authOptions } from "@/lib/server/auth/auth-options";
import { runNextAuth, type AuthAnswer } from "@/lib/server/auth/run-next-auth";
import { cookieName, readCookie, sessionIdFromCookie } from "@/lib/server/auth/session-cookie";
import { log } from "@/lib/server/log";
import { clientAddress } from "@/lib/server/routes/client-address";
import { problemResponse, toAppError } from "@/lib/server/routes/problem-response";
import { parseJsonBody, readBody } from "@/lib/server/routes/read-body";
import { isOwnOrigin } from "@/lib/server/routes/same-site";
import { apiHeaders } from "@/lib/server/routes/security-headers";
import { getServices, type Services } from "@/lib/server/routes/services";
import { safeCallback } from "@/lib/url/callback-url";

/** What of next-auth is reachable; its log door and its own pages are not. */
const OPEN: Record<string, RegExp> = {
  GET: /^(csrf|session|providers|error|signin(\/credentials)?|signout)$/,
  POST: /^(callback\/credentials|signin\/credentials|signout)$/,
};

/** Answers `/api/auth/*`: next-auth, with its input cleaned first and its answers in our words. */
export async function handleAuth(request: Request): Promise<Response> {
  const requestId = randomUUID();
  let publicUrl: string | null = null;
  let response: Response;
  try {
    const services = await getServices();
    publicUrl = services.env.publicUrl;
    response = await answer(request, services, requestId);
  } catch (error) {
    const refusal = toAppError(error);
    if (refusal.status >= 500) log.error({ requestId, code: refusal.code, err: error }, "log-in request failed");
    response = problemResponse(refusal, requestId);
  }
  for (const [name, value] of Object.entries(apiHeaders(publicUrl, requestId))) response.headers.set(name, value);
  return response;
}

async function answer(request: Request, services: Services, requestId: string): Promise<Response> {
  const { env } = services;
  const url = new URL(request.url);
  const path = url.pathname.replace(/^\/api\/auth\/?/, "").replace(/\/$/, "");
  if (OPEN[request.method]?.test(path) !== true) throw new AppError("not_found");
  const base = env.publicUrl ?? `http://127.0.0.1:${env.port}`;
  const body = request.method === "POST" ? await readFields(request) : {};
  const attempt = {
    address: clientAddress(request.headers, env.publicUrl),
    earlier: await sessionIdFromCookie(request.headers.get("cookie"), env),
    retryAfterMs: 0,
  };
  // next-auth takes its own address from here alone: no header of a request may tell it another.
  process.env.NEXTAUTH_URL = base;
  delete process.env.AUTH_TRUST_HOST;
  const said = await runNextAuth(
    {
      method: request.method,
      action: path.split("/"),
      query: { callbackUrl: ownPath(url.searchParams.get("callbackUrl"), base), ...errorWord(url) },
      cookies: ownCookies(request.headers.get("cookie"), services, base),
      body: "callbackUrl" in body ? { ...body, callbackUrl: ownPath(body.callbackUrl, base) } : body,
    },
    authOptions(services, attempt),
  );
  if (attempt.retryAfterMs > 0) {
    const seconds = String(Math.ceil(attempt.retryAfterMs / 1000));
    throw new AppError("too_many_requests", {
      detail: "Too many failed log-ins.",
      headers: { "retry-after": seconds },
    });
  }
  const shown = isOwnOrigin(request.headers.get("origin"), env) ? (request.headers.get("origin") ?? base) : base;
  return toResponse(said, { path, wantsJson: body.json === "true", base, shown, requestId });
}

/** Form fields or the members of a JSON body, as text. */
async function readFields(request: Request): Promise<Record<string, string>> {
  const bytes = await readBody(request);
  if (/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    const parsed = parseJsonBody(bytes);
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw new AppError("invalid_body");
    const fields = Object.entries(parsed).filter(([, value]) => typeof value === "string" || value === true);
    return Object.fromEntries(fields.map(([name, value]) => [name, String(value)]));
  }
  return Object.fromEntries(new URLSearchParams(Buffer.from(bytes).toString("utf8")));
}

/** Where to go afterwards: a path of this site, `/` for anything else. */
function ownPath(value: string | null | undefined, base: string): string {
  if (value == null || value === "") return "/";
  return safeCallback(value.startsWith(`${base}/`) ? value.slice(base.length) : value) ?? "/";
}

function errorWord(url: URL): Record<string, string> {
  const word = url.searchParams.get("error");
  return word !== null && /^[A-Za-z]{1,40}$/.test(word) ? { error: word } : {};
}

/** Only next-auth's own cookies, and of these only what can be read. */
function ownCookies(header: string | null, { env }: Services, base: string): Record<string, string> {
  const found = (["session-token", "csrf-token", "callback-url"] as const).flatMap((purpose) => {
    const name = cookieName(env, purpose);
    const value = readCookie(header, name);
    if (value === null) return [];
    return [[name, purpose === "callback-url" ? `${base}${ownPath(value, base)}` : value] as const];
  });
  return Object.fromEntries(found);
}

interface Shape {
  path: string;
  wantsJson: boolean;
  base: string;
  /** The origin under which the person sees us: the same, but for the spellings of loopback. */
  shown: string;
  requestId: string;
}

function toResponse(said: AuthAnswer, { path, wantsJson, base, shown, requestId }: Shape): Response {
  const headers = new Headers(said.headers);
  const target = said.location ?? urlOf(said.body);
  const signedOut = path === "signout" && headers.getSetCookie().some((line) => /session-token=;/.test(line));
  if (signedOut) headers.set("clear-site-data", '"cache", "storage"');
  const relative = target?.startsWith(base) === true ? target.slice(base.length) || "/" : target;
  if (path === "callback/credentials" && wantsJson && (said.status === 401 || /[?&]csrf=true/.test(target ?? ""))) {
    const detail = said.status === 401 ? undefined : "The csrfToken is missing or does not fit its cookie.";
    const refused = problemResponse(
      new AppError("wrong_credentials", { detail, extra: { url: shown + relative } }),
      requestId,
    );
    for (const cookie of headers.getSetCookie()) refused.headers.append("set-cookie", cookie);
    return refused;
  }
  if (wantsJson && relative !== null) return Response.json({ url: new URL(relative, shown).href }, { headers });
  if (relative !== null) {
    headers.set("location", relative);
    return new Response(null, { status: 302, headers });
  }
  headers.set("content-type", "application/json");
  return new Response(JSON.stringify(said.body ?? {}), { status: said.status, headers });
}

function urlOf(body: unknown): string | null {
  return typeof body === "object" && body !== null && "url" in body && typeof body.url === "string" ? body.url : null;
}
