import type { Credentials } from "@/lib/server/outbound/auth/credentials";
import { sdkDate, sdkHmacAuthorization } from "@/lib/server/outbound/auth/sdk-hmac-signature";

export interface SdkHmacValues {
  accessKey: string;
  secretKey: string;
  /** With temporary keys. */
  securityToken: string | null;
  projectId: string | null;
}

/** AK/SK: each call is signed as it is sent. Five wrong signatures lock the key for five minutes, so nothing is sent again. */
export function sdkHmac(values: SdkHmacValues, now: () => number): Credentials {
  return {
    prove: ({ method, target, headers, body }) => {
      const added: Record<string, string> = { "x-sdk-date": sdkDate(now()) };
      if (values.projectId !== null) added["x-project-id"] = values.projectId;
      if (values.securityToken !== null) added["x-security-token"] = values.securityToken;
      const signed: Record<string, string> = { ...added, host: target.host };
      if (headers["content-type"] !== undefined) signed["content-type"] = headers["content-type"];
      const authorization = sdkHmacAuthorization(
        { method, path: target.path, query: target.query, headers: signed, body: body ?? "" },
        values,
      );
      return Promise.resolve({ headers: { ...added, authorization, "x-language": "en-us" }, token: null });
    },
    renew: () => Promise.resolve(false),
  };
}
