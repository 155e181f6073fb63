import type * as z from "zod/mini";
import { ApiProblem } from "@/lib/query/api-problem";
import { readProblem } from "@/lib/query/read-problem";
import { session } from "@/lib/query/session";

/** What the server wants to see on everything that changes something. */
const HEADERS = { "Content-Type": "application/json", "X-Requested-With": "jobwatch", Accept: "application/json" };

async function send(method: "POST" | "PATCH" | "DELETE", path: string, body: unknown): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { method, headers: HEADERS, body: JSON.stringify(body ?? {}), cache: "no-store" });
  } catch {
    throw new ApiProblem({ code: "no_answer", status: 0 });
  }
  if (response.ok) return response;
  const problem = await readProblem(response);
  if (problem.code === "unauthenticated") session.ended();
  throw problem;
}

/**
 * Changes something and reads the answer. Never asked twice by itself: whether a lost answer was a done deed is for the
 * person to find out.
 * @throws ApiProblem
 */
export async function sendJson<Schema extends z.ZodMiniType>(
  method: "POST" | "PATCH",
  path: string,
  body: unknown,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const response = await send(method, path, body);
  const parsed = schema.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) throw new ApiProblem({ code: "unexpected_answer", status: response.status });
  return parsed.data;
}

/** @throws ApiProblem */
export async function sendDelete(path: string): Promise<void> {
  await send("DELETE", path, {});
}
