import type { AuthScheme, ConnectionSettings, VendorRequest, VendorResponse } from "@/lib/vendors/types";

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
  /** Forgets failures, pauses and refused credentials: the next call is made, as an operator's check wants it. */
  clearBackOff(): void;
  close(): void;
}
