import type { AuthScheme, ConnectionSettings } from "@/lib/vendors/types";

/** One connection as it is to be used, wherever it was configured. Holds secrets: it never leaves the server. */
export interface ConfiguredConnection {
  id: string;
  name: string;
  vendor: string;
  baseUrl: string;
  settings: ConnectionSettings;
  auth: {
    /** The word in the configuration. */
    type: string;
    scheme: AuthScheme;
    /** Fields of the log-in by name, secrets included. */
    values: Record<string, string>;
  };
  /** `file`: whoever runs the server vouches for the address. `stored`: held to the outbound rules. */
  trust: "file" | "stored";
  /** PEM of a certificate authority to trust beside the usual ones. */
  ca: string | null;
  pollSeconds: number;
  budgetPerMinute: number;
  paused: boolean;
  /** Jobs to follow from the start. */
  jobs: { kind: string; id: string }[];
  /** Changes whenever anything above does: a late answer of an older one is thrown away. At most 2^31 - 1. */
  configVersion: number;
}
