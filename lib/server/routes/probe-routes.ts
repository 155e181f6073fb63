import { createHash, randomUUID, timingSafeEqual } from "node:crypto";
import { sql } from "drizzle-orm";
import { AppError } from "@/lib/server/app-error";
import { log } from "@/lib/server/log";
import { metrics, renderMetrics } from "@/lib/server/metrics";
import { problemResponse } from "@/lib/server/routes/problem-response";
import { apiHeaders } from "@/lib/server/routes/security-headers";
import { getServices } from "@/lib/server/routes/services";

/** `GET /healthz`: the process answers. Says nothing else to a stranger. */
export async function answerHealth(): Promise<Response> {
  return Response.json({ ok: true }, { headers: apiHeaders(null, randomUUID()) });
}

/** `GET /readyz`: the database is open, its schema is up to date, and it answers. */
export async function answerReadiness(): Promise<Response> {
  const requestId = randomUUID();
  try {
    // Opening it brings the schema up to date first.
    const { db } = await getServices();
    await db.execute(sql`select 1`);
    return Response.json({ ok: true }, { headers: apiHeaders(null, requestId) });
  } catch (error) {
    log.warn({ requestId, err: error }, "not ready");
    return Response.json(
      { ok: false },
      { status: 503, headers: { ...apiHeaders(null, requestId), "retry-after": "5" } },
    );
  }
}

/** `GET /metrics`: Prometheus text, behind a bearer token where one is configured. */
export async function answerMetrics(request: Request): Promise<Response> {
  const requestId = randomUUID();
  const headers = apiHeaders(null, requestId);
  try {
    const services = await getServices();
    if (!mayRead(request.headers.get("authorization"), services.env.metricsToken)) {
      const refused = problemResponse(new AppError("unauthenticated"), requestId);
      for (const [name, value] of Object.entries(headers)) refused.headers.set(name, value);
      return refused;
    }
    const text = await renderMetrics(services);
    return new Response(text, { headers: { ...headers, "content-type": metrics().registry.contentType } });
  } catch (error) {
    log.warn({ requestId, err: error }, "no metrics");
    return new Response(null, { status: 503, headers });
  }
}

/** Hashed first: the comparison takes the same time whatever the length. */
function mayRead(authorization: string | null, token: string | null): boolean {
  if (token === null) return true;
  const hash = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(authorization ?? ""), hash(`Bearer ${token}`));
}
