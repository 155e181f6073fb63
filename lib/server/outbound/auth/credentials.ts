import type { Answer, Exchange } from "@/lib/server/outbound/transport";
import type { Deadline } from "@/lib/server/outbound/deadline";

/** Headers that prove who asks, and what they were made from. */
export interface Proof {
  headers: Record<string, string>;
  /** The token in them where it is one that can be renewed. */
  token: string | null;
}

/** One way of proving oneself to a vendor. */
export interface Credentials {
  /** @throws VendorError where a token has to be fetched and cannot be. */
  prove(exchange: Exchange, deadline: Deadline): Promise<Proof>;
  /** After a 401: true once there is a newer token with which the same call may be sent once more. */
  renew(refused: Answer, proof: Proof, deadline: Deadline): Promise<boolean>;
}

/** Headers that never change: nothing to renew. */
export function fixedCredentials(headers: Record<string, string>): Credentials {
  return {
    prove: () => Promise.resolve({ headers, token: null }),
    renew: () => Promise.resolve(false),
  };
}
