import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { type Account, accountOf } from "../accounts";
import type { Env } from "../vendor-context";

const form =
  '<!doctype html><html><head><title>Datameer - Login</title></head><body><form action="/j_spring_security_check" method="post">' +
  '<input name="j_username"><input name="j_password" type="password"><button>Log in</button></form></body></html>';

/**
 * Basic on every call. `GET /browser` also opens a session whose cookie stands for the password from then on, as one
 * client of the real server uses it; a header always counts before a cookie.
 */
export function logIn(sessions: Map<string, Account>): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { failAuth, htmlLogin } = c.get("switches");
    if (c.req.path === "/login") return c.html(form);
    const header = c.req.header("authorization");
    const session = sessions.get(getCookie(c, "JSESSIONID") ?? "");
    const account = failAuth ? null : header === undefined ? (session ?? null) : accountOf(header);
    if (account) {
      c.set("account", account);
      return next();
    }
    if (htmlLogin === "page") return c.html(form);
    if (htmlLogin === "redirect") return c.redirect("/login", 302);
    return c.html("<html><body><h2>HTTP ERROR 401</h2>Bad credentials</body></html>", 401, {
      "WWW-Authenticate": 'Basic realm="Datameer"',
    });
  };
}
