import { FIXED_TOKEN } from "../accounts";
import type { DliSwitches } from "../switches";
import { GatewayError } from "../wire/errors";
import type { IamTokens } from "./iam-tokens";
import type { GateClocks, IncomingCall, SignatureGate } from "./signatures";

/** Who is let in, by `X-Auth-Token` or by signature, to the paths of `projectId`. Throws the gateway's 401. */
export function authenticate(
  call: IncomingCall,
  projectId: string,
  gate: { tokens: IamTokens; signatures: SignatureGate; clocks: GateClocks; switches: DliSwitches },
): string {
  const token = call.headers["x-auth-token"];
  if (token !== undefined) return byToken(token, projectId, gate);
  if (call.headers["authorization"] !== undefined) return gate.signatures.verify(call, gate.clocks);
  throw new GatewayError(401, "APIGW.0301", "Incorrect IAM authentication information: x-auth-token not found");
}

function byToken(
  token: string,
  projectId: string,
  gate: { tokens: IamTokens; clocks: GateClocks; switches: DliSwitches },
): string {
  const outdated = new GatewayError(401, "APIGW.0307", "The token must be updated");
  if (token === FIXED_TOKEN) {
    if (gate.switches.fixedToken === "expired") throw outdated;
    return "jobwatch";
  }
  const issued = gate.tokens.find(token);
  if (!issued)
    throw new GatewayError(401, "APIGW.0301", "Incorrect IAM authentication information: decrypt token fail");
  // A token of another region's project gets the same words as an expired one.
  if (issued.revoked || issued.expiresAt <= gate.clocks.world || issued.projectId !== projectId) throw outdated;
  return issued.userName;
}
