import { csrfToken } from "@/components/session/csrf-token";
import { apiRoutes } from "@/lib/url/routes";

/** What came of a log-in, in the person's words. */
export type LoginAnswer = { ok: true } | { ok: false; message: string };

const MESSAGES: Record<number, string> = {
  401: "This e-mail address and password do not belong together.",
  429: "Too many attempts. Wait a few minutes, then try again.",
};

/** Logs in by next-auth's own doors; nothing of next-auth is needed in the browser. */
export async function logIn(email: string, password: string): Promise<LoginAnswer> {
  try {
    const body = new URLSearchParams({ csrfToken: await csrfToken(), email, password, json: "true" });
    const response = await fetch("/api/auth/callback/credentials", { method: "POST", body, cache: "no-store" });
    if (response.ok) return { ok: true };
    return { ok: false, message: MESSAGES[response.status] ?? `The server could not log you in (${response.status}).` };
  } catch {
    return { ok: false, message: "The server did not answer. Is the network up?" };
  }
}

/** Makes the first admin. */
export async function setUp(code: string, email: string, password: string): Promise<LoginAnswer> {
  try {
    const response = await fetch(apiRoutes.setup, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Requested-With": "jobwatch" },
      body: JSON.stringify({ code, email, password }),
    });
    if (response.ok) return { ok: true };
    const problem = (await response.json().catch(() => ({}))) as { detail?: string; title?: string };
    const message = problem.detail ?? problem.title ?? `The server refused (${response.status}).`;
    return { ok: false, message: response.status === 429 ? (MESSAGES[429] ?? message) : message };
  } catch {
    return { ok: false, message: "The server did not answer. Is the network up?" };
  }
}

/** Tells this browser's other tabs, then goes to the wanted page. */
export function goOn(target: string): void {
  if (typeof BroadcastChannel !== "undefined") {
    const channel = new BroadcastChannel("jobwatch-session");
    channel.postMessage("in");
    channel.close();
  }
  window.location.assign(target);
}
