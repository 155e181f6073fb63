import { csrfToken } from "@/components/session/csrf-token";
import { showToast } from "@/components/ui/toast";
import { session } from "@/lib/query/session";
import { routes } from "@/lib/url/routes";

/** Whether the server ended the session. A form that it does not trust it answers with 200, and the way to another. */
async function isEnded(response: Response): Promise<boolean> {
  if (!response.ok) return false;
  return !(await response.text()).includes("csrf=true");
}

async function askForEnd(): Promise<boolean> {
  try {
    const body = new URLSearchParams({ csrfToken: await csrfToken(), json: "true", callbackUrl: routes.login() });
    return await isEnded(await fetch("/api/auth/signout", { method: "POST", body, cache: "no-store" }));
  } catch {
    return false;
  }
}

/** Ends the session here and tells the other tabs; where the server did not end it, it says so and all stays as it is. */
export async function logOut(): Promise<void> {
  if (!(await askForEnd())) {
    await showToast("You are still logged in: the server did not end the session. Try again.", "bad");
    return;
  }
  session.ended();
  window.location.assign(routes.login());
}
