import type { AddressPolicy } from "@/lib/server/outbound/address-rules";
import type { LogInCall } from "@/lib/server/outbound/auth/log-in-call";
import { ADDRESS_REFUSED, hostAllowed, readBaseUrl } from "@/lib/server/outbound/base-url";
import { toExchange } from "@/lib/server/outbound/to-exchange";
import type { Exchange } from "@/lib/server/outbound/transport";

/** The log-in as a request, or why its address cannot be used: an identity service is held to the same address rules. */
export function logInExchange(call: LogInCall, baseUrl: string, policy: AddressPolicy): Exchange | string {
  const base = readBaseUrl(call.base ?? baseUrl);
  if (typeof base === "string") return base;
  if (!hostAllowed(base, policy)) return ADDRESS_REFUSED;
  const { path, query = {}, body, operation } = call;
  return toExchange(base, { method: "POST", path, query, body, operation }) ?? ADDRESS_REFUSED;
}
