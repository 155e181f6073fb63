import type { Credentials } from "@/lib/server/outbound/auth/credentials";
import { lifeOf, fieldsOf, logInRefused, looseJson, type LogInPorts } from "@/lib/server/outbound/auth/log-in-call";
import { LoginToken, type IssuedToken } from "@/lib/server/outbound/auth/login-token";

const OPERATION = "POST /apiv2/login";

/** Dremio Software's log-in (dremio.md 1.1): a token for 30 hours, `expires` in epoch ms. */
export function dremioLogin(values: { username: string; password: string }, ports: LogInPorts): Credentials {
  const token = new LoginToken(() => logIn(values, ports), ports.tick);
  return {
    prove: async (_exchange, deadline) => {
      const current = await token.get(deadline);
      return { headers: { authorization: `Bearer ${current}` }, token: current };
    },
    renew: async (_refused, proof, deadline) => {
      if (proof.token === null) return false;
      await token.replace(proof.token, deadline);
      return true;
    },
  };
}

async function logIn(values: { username: string; password: string }, ports: LogInPorts): Promise<IssuedToken> {
  const answer = await ports.post({
    base: null,
    path: "/apiv2/login",
    body: { userName: values.username, password: values.password },
    operation: OPERATION,
  });
  const { token, expires } = fieldsOf(looseJson(answer.text));
  if (answer.status !== 200 || typeof token !== "string" || token === "") {
    throw logInRefused(ports.vendor, OPERATION, answer);
  }
  ports.hideToken(token);
  return { token, lifeMs: typeof expires === "number" ? lifeOf(expires, answer, ports.now()) : null };
}
