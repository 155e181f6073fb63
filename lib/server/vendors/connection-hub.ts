import type { ConfiguredConnection } from "@/lib/server/connections/configured-connection";
import type { Outbound } from "@/lib/server/outbound/outbound";
import { liveConnection, type LiveConnection } from "@/lib/server/vendors/live-connection";
import type { VendorConnector } from "@/lib/vendors/types";

/**
 * Every configured connection with its open door. A changed configuration opens a new door and closes the old one, so that
 * no answer of the old address or secret is taken for the new.
 */
export class ConnectionHub {
  #live = new Map<string, LiveConnection>();
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly outbound: Outbound,
    private readonly connectors: Readonly<Record<string, VendorConnector>>,
    private readonly now: () => number,
  ) {}

  /** Takes over a list of configured connections; connections of an unknown vendor are left out. */
  configure(configured: readonly ConfiguredConnection[]): void {
    const next = new Map<string, LiveConnection>();
    for (const config of configured) {
      const known = this.#live.get(config.id);
      const connector = this.connectors[config.vendor];
      if (known && known.config.configVersion === config.configVersion && known.config.vendor === config.vendor) {
        next.set(config.id, known);
      } else if (connector) {
        next.set(config.id, liveConnection(config, connector, this.outbound.open(doorOf(config)), this.now));
      }
    }
    const closed = [...this.#live.values()].filter((live) => next.get(live.config.id) !== live);
    const changed = closed.length > 0 || next.size !== this.#live.size;
    this.#live = next;
    for (const live of closed) live.door.close();
    if (changed) for (const listener of this.#listeners) listener();
  }

  get(connection: string): LiveConnection | null {
    return this.#live.get(connection) ?? null;
  }

  all(): LiveConnection[] {
    return [...this.#live.values()];
  }

  /** @returns a function that ends the subscription. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    for (const live of this.#live.values()) live.door.close();
    this.#live = new Map();
  }
}

/** What the outbound door needs of a configured connection. */
export function doorOf(config: ConfiguredConnection) {
  return {
    id: config.id,
    vendor: config.vendor,
    settings: config.settings,
    auth: { scheme: config.auth.scheme, values: config.auth.values },
    trust: config.trust,
    ca: config.ca,
    budgetPerMinute: config.budgetPerMinute,
  };
}
