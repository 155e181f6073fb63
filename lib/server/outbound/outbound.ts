import { parseNetworks } from "@/lib/server/outbound/address-rules";
import {
  DEFAULT_TIMINGS,
  type CallFacts,
  type OutboundLog,
  type OutboundTimings,
} from "@/lib/server/outbound/call-facts";
import { resolveBySystem, type ResolveName } from "@/lib/server/outbound/guarded-lookup";
import { ConnectionDoor } from "@/lib/server/outbound/connection-door";
import type { OpenConnection, OutboundConnection } from "@/lib/server/outbound/open-connection";

export type { OpenConnection, OutboundConnection };

export interface OutboundOptions {
  /** CIDR ranges or addresses that stored connections may reach beside the public ones. */
  vendorNetworks: string[];
  lookup?: ResolveName;
  now?: () => number;
  /** Told of changes of state, not of calls. */
  log?: OutboundLog;
  /** After each HTTP request to a vendor. */
  onCall?: (facts: CallFacts) => void;
  timings?: Partial<OutboundTimings>;
  /** Bytes of a decompressed body; 8 MiB unless told. */
  bodyCap?: number;
}

export interface Outbound {
  open(connection: OutboundConnection): OpenConnection;
  /** Closes every connection's sockets; calls under way fail. */
  close(): Promise<void>;
}

/** @throws Error naming an entry of `vendorNetworks` that is no address range. */
export function createOutbound(options: OutboundOptions): Outbound {
  const networks = parseNetworks(options.vendorNetworks);
  const open = new Set<ConnectionDoor>();
  return {
    open(connection) {
      const door = new ConnectionDoor(connection, {
        policy: { trust: connection.trust, networks },
        resolve: options.lookup ?? resolveBySystem,
        now: options.now ?? Date.now,
        tick: options.now ?? (() => performance.now()),
        log: options.log,
        onCall: options.onCall,
        timings: { ...DEFAULT_TIMINGS, ...options.timings },
        bodyCap: options.bodyCap ?? 8 * 1024 * 1024,
        onClose: () => open.delete(door),
      });
      open.add(door);
      return door;
    },
    async close() {
      await Promise.all([...open].map((door) => door.shut()));
    },
  };
}
