import { routes } from "@/lib/url/routes";
import { session } from "@/lib/query/session";

/** Ends the session here and tells the other tabs. */
export async function logOut(): Promise<void> {
  const csrf = (await (await fetch("/api/auth/csrf", { cache: "no-store" })).json()) as { csrfToken?: string };
  await fetch("/api/auth/signout", {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken: csrf.csrfToken ?? "", json: "true", callbackUrl: routes.login() }),
  });
  session.ended();
  window.location.assign(routes.login());
}
