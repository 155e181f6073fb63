import { listen } from "../kit/sandbox-server";
import { createDremioSandbox, type DremioSandboxOptions } from "./server";
import type { DremioSwitches } from "./switches";

/** An answer as it came: its text too, since digits may be lost in parsing. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: Record<string, unknown>;
}

/** A running sandbox of one test, with a voice for its API and one for its control door. */
export type OpenDremio = Awaited<ReturnType<typeof openDremio>>;

export const ADMIN = "sandbox-dremio-token";
export const RESTRICTED = "sandbox-restricted-token";

/** Opens a sandbox on a free port; the clock is frozen and listings take no time, so that nothing waits. */
export async function openDremio(options: DremioSandboxOptions = {}) {
  const running = await listen(createDremioSandbox({ jobs: { past: 0, alive: 0 }, ...options }), 0);

  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(running.origin + path, {
      method,
      redirect: "manual",
      headers: {
        authorization: `Bearer ${ADMIN}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
    const answer: Answer = {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson && text.startsWith("{") ? (JSON.parse(text) as Record<string, unknown>) : {},
    };
    return answer;
  }

  const control = (method: string, path: string, body?: unknown) => call(method, `/__sandbox/${path}`, body);
  await control("POST", "clock", { speed: 0 });
  const open = {
    origin: running.origin,
    close: running.close,
    call,
    control,
    as: (token: string) => ({ authorization: `Bearer ${token}` }),
    step: (ms: number) => control("POST", "clock", { stepMs: ms }),
    fault: (fault: Record<string, unknown>) => control("POST", "fault", fault),
    turn: <K extends keyof DremioSwitches>(name: K, value: DremioSwitches[K]) =>
      control("POST", "fault", { switch: name, value }),
    async now() {
      return Number((await control("GET", "clock")).json.now);
    },
    /** Makes a job by scenario and returns its id. */
    async job(wish: Record<string, unknown>) {
      return String((await control("POST", "jobs", wish)).json.id);
    },
    async state(id: string) {
      return (await call("GET", `/api/v3/job/${id}`)).json.jobState;
    },
    /** Runs SQL to its end: the job object, and the rows where it completed. */
    async sql(sql: string, token = ADMIN, base = "/api/v3") {
      const headers = { authorization: `Bearer ${token}` };
      const { json } = await call("POST", `${base}/sql`, { sql }, headers);
      const id = String(json.id);
      const job = (await call("GET", `${base}/job/${id}`, undefined, headers)).json;
      const page = await call("GET", `${base}/job/${id}/results?limit=500`, undefined, headers);
      return { id, job, page, rows: (page.json.rows ?? []) as Record<string, unknown>[] };
    },
  };
  await open.turn("listingMs", 0);
  return open;
}
