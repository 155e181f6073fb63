import type { Credentials } from "@/lib/server/outbound/auth/credentials";
import { lifeOf, fieldsOf, logInRefused, looseJson, type LogInPorts } from "@/lib/server/outbound/auth/log-in-call";
import { LoginToken, type IssuedToken } from "@/lib/server/outbound/auth/login-token";

const OPERATION = "POST /v3/auth/tokens";

export interface IamPasswordValues {
  iamUrl: string;
  domain: string;
  username: string;
  password: string;
  /** A project's name, or its id. */
  project: string;
}

/** The headers of a call with an IAM token; the language decides that of the vendor's messages (huawei-dli.md 1.1). */
export function iamHeaders(token: string): Record<string, string> {
  return { "x-auth-token": token, "x-language": "en-us" };
}

/**
 * Huawei Cloud IAM by password (huawei-dli.md 1.2): 24 hours, renewed early, and once after APIGW.0307 (expired, revoked,
 * or a token of another region, which no renewal cures).
 */
export function iamPassword(values: IamPasswordValues, ports: LogInPorts): Credentials {
  const token = new LoginToken(() => logIn(values, ports), ports.tick);
  return {
    prove: async (_exchange, deadline) => {
      const current = await token.get(deadline);
      return { headers: iamHeaders(current), token: current };
    },
    renew: async (refused, proof, deadline) => {
      const code = fieldsOf(looseJson(refused.text)).error_code;
      if (proof.token === null || typeof code !== "string" || !/^APIGW?\.0307$/.test(code)) return false;
      await token.replace(proof.token, deadline);
      return true;
    },
  };
}

async function logIn(values: IamPasswordValues, ports: LogInPorts): Promise<IssuedToken> {
  const project = /^[0-9a-f]{32}$/i.test(values.project) ? { id: values.project } : { name: values.project };
  const user = { name: values.username, password: values.password, domain: { name: values.domain } };
  const answer = await ports.post({
    base: values.iamUrl,
    path: "/v3/auth/tokens",
    query: { nocatalog: "true" },
    body: { auth: { identity: { methods: ["password"], password: { user } }, scope: { project } } },
    operation: OPERATION,
  });
  const token = answer.headers["x-subject-token"];
  if (answer.status !== 201 || token === undefined || token === "") {
    throw logInRefused(ports.vendor, OPERATION, answer);
  }
  ports.hideToken(token);
  const expires = fieldsOf(fieldsOf(looseJson(answer.text)).token).expires_at;
  const lifeMs = typeof expires === "string" ? lifeOf(Date.parse(expires), answer, ports.now()) : null;
  return { token, lifeMs };
}
