import type { AuthScheme } from "@/lib/vendors/types";
import { fixedCredentials, type Credentials } from "@/lib/server/outbound/auth/credentials";
import { dremioLogin } from "@/lib/server/outbound/auth/dremio-login";
import { iamHeaders, iamPassword } from "@/lib/server/outbound/auth/iam-password";
import type { LogInPorts } from "@/lib/server/outbound/auth/log-in-call";
import { sdkHmac } from "@/lib/server/outbound/auth/sdk-hmac";

/** A connection's authentication by the names of its configuration. */
export interface AuthValues {
  scheme: AuthScheme;
  values: Record<string, string>;
  /** From the connection's settings. */
  projectId: string | null;
}

/** Everything that proves who we are; registers each secret before anything can be sent or logged. */
export function makeCredentials({ scheme, values, projectId }: AuthValues, ports: LogInPorts): Credentials {
  const value = (name: string) => values[name] ?? "";
  const secret = (name: string) => {
    ports.hide(value(name));
    return value(name);
  };
  switch (scheme) {
    case "bearer":
      return fixedCredentials({ authorization: `Bearer ${secret("token")}` });
    case "basic": {
      const pair = Buffer.from(`${value("username")}:${secret("password")}`, "utf8").toString("base64");
      ports.hide(pair);
      return fixedCredentials({ authorization: `Basic ${pair}` });
    }
    case "iam-token":
      return fixedCredentials(iamHeaders(secret("token")));
    case "dremio-login":
      return dremioLogin({ username: value("username"), password: secret("password") }, ports);
    case "iam-password": {
      const { iamUrl = "", domain = "", username = "" } = values;
      const project = values.project ?? projectId ?? "";
      return iamPassword({ iamUrl, domain, username, password: secret("password"), project }, ports);
    }
    case "sdk-hmac": {
      const securityToken = values.securityToken ? secret("securityToken") : null;
      return sdkHmac(
        { accessKey: value("accessKey"), secretKey: secret("secretKey"), securityToken, projectId },
        ports.now,
      );
    }
  }
}
