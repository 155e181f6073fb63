import { afterEach } from "vitest";
import { VendorError } from "@/lib/vendors/errors";
import type { VendorRequest } from "@/lib/vendors/types";
import {
  createOutbound,
  type OpenConnection,
  type OutboundConnection,
  type OutboundOptions,
} from "@/lib/server/outbound/outbound";
import { startHostileVendor, type Behaviour, type HostileVendor } from "@/lib/server/outbound/testing/hostile-vendor";

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A hostile vendor that ends with the test. */
export async function vendor(
  behave: Behaviour,
  tls?: Parameters<typeof startHostileVendor>[1],
): Promise<HostileVendor> {
  const server = await startHostileVendor(behave, tls);
  closers.push(() => server.close());
  return server;
}

/** A door that closes with the test; quick pauses, everything else as in production. */
export function door(
  connection: Partial<OutboundConnection> & { baseUrl: string },
  options: Partial<OutboundOptions> = {},
): OpenConnection {
  const { baseUrl, ...rest } = connection;
  const outbound = createOutbound({
    vendorNetworks: [],
    ...options,
    timings: { backoffMs: 5, ...options.timings },
  });
  closers.push(() => outbound.close());
  return outbound.open({
    id: "lake",
    vendor: "dremio",
    auth: { scheme: "bearer", values: { token: "canary-bearer-0123456789" } },
    trust: "file",
    ca: null,
    budgetPerMinute: 1000,
    ...rest,
    settings: { consoleUrl: null, ...rest.settings, baseUrl },
  });
}

export const GET_JOB: VendorRequest = { method: "GET", path: "/api/v3/job/1", operation: "GET /api/v3/job/{id}" };
export const CANCEL: VendorRequest = {
  method: "POST",
  path: "/api/v3/job/1/cancel",
  operation: "POST /api/v3/job/{id}/cancel",
  action: true,
};

/** The VendorError with which a call ends. */
export async function failureOf(call: Promise<unknown>): Promise<VendorError> {
  const error: unknown = await call.then(
    (value) => new Error(`expected a failure, got ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  if (error instanceof VendorError) return error;
  throw error;
}
