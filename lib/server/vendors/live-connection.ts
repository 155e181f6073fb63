import type { ConfiguredConnection } from "@/lib/server/connections/configured-connection";
import type { OpenConnection } from "@/lib/server/outbound/outbound";
import type { VendorConnector, VendorContext } from "@/lib/vendors/types";

/** A configured connection with its connector and its open door. */
export interface LiveConnection {
  config: ConfiguredConnection;
  connector: VendorConnector;
  door: OpenConnection;
  /** What a connector may touch, for one piece of work. */
  context(signal: AbortSignal): VendorContext;
}

export function liveConnection(
  config: ConfiguredConnection,
  connector: VendorConnector,
  door: OpenConnection,
  now: () => number,
): LiveConnection {
  return {
    config,
    connector,
    door,
    context: (signal) => ({
      request: (request) => door.request(request, signal),
      settings: config.settings,
      connection: config.id,
      signal,
      now,
      callsLeft: () => door.callsLeft(),
    }),
  };
}

/** What the contract's `offers` and id rules say of a kind; null where the vendor has no such kind. */
export function kindOf(live: LiveConnection, kind: string) {
  return live.connector.descriptor.kinds.find((candidate) => candidate.kind === kind) ?? null;
}
