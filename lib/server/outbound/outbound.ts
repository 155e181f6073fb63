import type { AuthScheme, ConnectionSettings, VendorRequest, VendorResponse } from "@/lib/vendors/types";
import { parseNetworks } from "@/lib/server/outbound/address-rules";
import {
  DEFAULT_TIMINGS,
  type CallFacts,
  type OutboundLog,
  type OutboundTimings,
} from "@/lib/server/outbound/call-facts";
import { resolveBySystem, type ResolveName } from "@/lib/server/outbound/guarded-lookup";
import { ConnectionDoor } from "@/lib/server/outbound/connection-door";

/** A configured vendor instance with its secrets in the clear: never leaves the server. */
export interface OutboundConnection {
  id: string;
  vendor: string;
  settings: ConnectionSettings;
  /** Values by the configuration's field names. */
  auth: { scheme: AuthScheme; values: Record<string, string> };
  /** `file`: loopback and private addresses are vouched for; `stored`: only public ones and VENDOR_NETWORKS. */
  trust: "file" | "stored";
  /** PEM, trusted beside the usual authorities. */
  ca: string | null;
  budgetPerMinute: number;
}

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

/** The door to one vendor instance. Open a new one when its configuration changes, and close the old. */
export interface OpenConnection {
  /**
   * Any HTTP answer that is not a redirect, whatever its status; 401s of renewable credentials are answered by one
   * renewal first.
   * @throws VendorError where there is no answer, or none may be asked for now (budget, pause, refused credentials).
   */
  request(request: VendorRequest, signal?: AbortSignal): Promise<VendorResponse>;
  /** Of this minute's budget. */
  callsLeft(): number;
  /** In the last sixty seconds, log-ins and retries included. */
  callsSpent(): number;
  /** Until when (epoch ms) reads are not sent, or null: down, told to wait, or credentials refused. */
  backOff(): { until: number } | null;
  /** Forgets refused credentials and asked-for pauses, for a check that an operator asked for. */
  clearBackOff(): void;
  close(): void;
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
