import { randomUUID } from "node:crypto";
import * as z from "zod/mini";
import type { Endpoint } from "@/lib/contract/api";
import { AppError } from "@/lib/server/app-error";
import { authenticate, hasRole, type Principal, type RequestUser } from "@/lib/server/auth/authenticate";
import { noteRequest } from "@/lib/server/last-request";
import { log } from "@/lib/server/log";
import { metrics } from "@/lib/server/metrics";
import { problemResponse, toAppError } from "@/lib/server/routes/problem-response";
import { parseJsonBody, readBody, refuseOtherTypes } from "@/lib/server/routes/read-body";
import { checkBody, pathParams, readQuery } from "@/lib/server/routes/read-input";
import { requestRate } from "@/lib/server/routes/request-rate";
import { refuseCrossSite } from "@/lib/server/routes/same-site";
import { apiHeaders } from "@/lib/server/routes/security-headers";
import { getServices, type Services } from "@/lib/server/routes/services";

type Output<T> = T extends z.ZodMiniType ? z.output<T> : Record<never, never>;

/** What a handler is given: all of it checked. */
export interface RouteContext<E extends Endpoint> {
  /** Null only where the endpoint's role is `none` and nobody is logged in. */
  user: E["role"] extends "none" ? RequestUser | null : RequestUser;
  params: Output<E["params"]>;
  query: Output<E["query"]>;
  body: Output<E["body"]>;
  request: Request;
  requestId: string;
  services: Services;
}

/** What a handler answers: data for the endpoint's response, or a response of its own. */
type RouteAnswer<E extends Endpoint> = Response | (E["response"] extends z.ZodMiniType ? z.input<E["response"]> : void);

/**
 * Makes a route handler from an endpoint: who asks, whether they may, what they ask, in the contract's order of checks;
 * then the handler; then the answer or one problem body, with the headers that every answer has.
 */
export function withRoute<E extends Endpoint>(
  endpoint: E,
  handler: (context: RouteContext<E>) => Promise<RouteAnswer<E>>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    noteRequest();
    const requestId = randomUUID();
    const timed = metrics().requests.startTimer({ route: endpoint.path, method: endpoint.method });
    let publicUrl: string | null = null;
    let response: Response;
    try {
      const services = await getServices();
      publicUrl = services.env.publicUrl;
      const context = await checked(endpoint, request, requestId, services);
      response = encode(endpoint, await handler(context));
    } catch (error) {
      const refusal = toAppError(error);
      if (refusal.status >= 500) {
        const route = `${endpoint.method} ${endpoint.path}`;
        log[refusal.code === "internal" ? "error" : "warn"](
          { route, requestId, code: refusal.code, err: error },
          "request failed",
        );
      }
      response = problemResponse(refusal, requestId);
    }
    timed({ status: response.status });
    return withHeaders(response, apiHeaders(publicUrl, requestId));
  };
}

async function checked<E extends Endpoint>(
  endpoint: E,
  request: Request,
  requestId: string,
  services: Services,
): Promise<RouteContext<E>> {
  const principal = await authenticate(request.headers, services);
  if (principal === null && endpoint.role !== "none") throw new AppError("unauthenticated");
  const body = endpoint.method === "GET" ? null : await guardChange(request, principal, services);
  if (principal !== null && !requestRate().take(principal.key, services.now())) {
    throw new AppError("too_many_requests", { headers: { "retry-after": "1" } });
  }
  if (endpoint.role !== "none" && principal !== null && !hasRole(principal.user, endpoint.role)) {
    throw new AppError("forbidden", { detail: `This needs the role ${endpoint.role}.` });
  }
  const parsed = endpoint.body && body ? checkBody(endpoint.body, parseJsonBody(body)) : {};
  const url = new URL(request.url);
  const query = readQuery(endpoint.query ?? z.strictObject({}), url.searchParams);
  const context = {
    user: principal?.user ?? null,
    params: readParams(endpoint, url.pathname),
    query,
    body: parsed,
    request,
    requestId,
    services,
  };
  // Each member was parsed by the endpoint's own schema, which the types cannot follow through the generic.
  return context as unknown as RouteContext<E>;
}

/** 403 cross_site, 415, 413, in this order. */
async function guardChange(request: Request, principal: Principal | null, services: Services): Promise<Uint8Array> {
  const { publicUrl, port } = services.env;
  refuseCrossSite(request.headers, principal?.via === "cookie", { publicUrl, port });
  refuseOtherTypes(request.headers);
  return readBody(request);
}

function readParams(endpoint: Endpoint, pathname: string): unknown {
  // A job's path that cannot be read is a job that nobody knows.
  const notFound = () => new AppError(endpoint.path.startsWith("/api/v1/jobs/{") ? "job_not_found" : "not_found");
  const raw = pathParams(endpoint.path, pathname);
  if (raw === null) throw notFound();
  if (endpoint.params === undefined) return {};
  const parsed = endpoint.params.safeParse(raw);
  if (!parsed.success) throw notFound();
  return parsed.data;
}

function encode(endpoint: Endpoint, answer: unknown): Response {
  if (answer instanceof Response) return answer;
  const status = endpoint.status ?? 200;
  if (endpoint.response === undefined) return new Response(null, { status });
  // A route that breaks its own contract is found in development and tests, and costs nothing in production.
  if (process.env.NODE_ENV !== "production") z.parse(endpoint.response, answer);
  return Response.json(answer, { status });
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  const merged = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) merged.set(name, value);
  return new Response(response.body, { status: response.status, headers: merged });
}
