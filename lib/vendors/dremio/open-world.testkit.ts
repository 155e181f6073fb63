import { createOutbound } from "@/lib/server/outbound/outbound";
import type { ConnectorWorld } from "@/lib/vendors/_shared/connector-contract";
import type { ConnectionSettings, VendorContext } from "@/lib/vendors/types";
import { openDremio, type OpenDremio } from "@/sandbox/dremio/open-dremio";
import type { DremioSandboxOptions } from "@/sandbox/dremio/server";

/** A sandbox of one test behind the real outbound door. */
export interface DremioWorld extends ConnectorWorld {
  dremio: OpenDremio;
  /** A context with another token, other settings or a smaller budget. */
  with(options: { token?: string; settings?: Partial<ConnectionSettings>; budgetPerMinute?: number }): VendorContext;
}

let opened = 0;

/** The sandbox's clock stands still unless a test moves it, and its listings take no time. */
export async function openWorld(
  settings: Partial<ConnectionSettings> = {},
  options: DremioSandboxOptions = {},
): Promise<DremioWorld> {
  const dremio = await openDremio(options);
  const outbound = createOutbound({
    vendorNetworks: [],
    timings: { deadlineMs: 3_000, backoffMs: 2 },
    bodyCap: 2 * 1024 * 1024,
  });
  const contextOf = (token: string, more: Partial<ConnectionSettings>, budgetPerMinute: number): VendorContext => {
    // What a connector remembers is by connection: each test has its own.
    const connection = `lake-${++opened}`;
    const all = { baseUrl: dremio.origin, consoleUrl: null, ...settings, ...more };
    const auth = { scheme: "bearer" as const, values: { token } };
    const door = outbound.open({
      id: connection,
      vendor: "dremio",
      settings: all,
      auth,
      trust: "file",
      ca: null,
      budgetPerMinute,
    });
    const { signal } = new AbortController();
    return {
      request: (request) => door.request(request, signal),
      settings: all,
      connection,
      signal,
      now: Date.now,
      callsLeft: () => door.callsLeft(),
    };
  };
  return {
    dremio,
    origin: dremio.origin,
    context: (credential) => contextOf(credential === "wrong" ? "no-such-token" : "sandbox-dremio-token", {}, 10_000),
    with: ({ token = "sandbox-dremio-token", settings: more = {}, budgetPerMinute = 10_000 }) =>
      contextOf(token, more, budgetPerMinute),
    async runningJob() {
      const id = await dremio.job({ scenario: "slow-run" });
      await dremio.step(2_000);
      return id;
    },
    async finishedJob() {
      const id = await dremio.job({ scenario: "quick-run" });
      await dremio.step(10_000);
      return id;
    },
    async unknownWordJob() {
      return { id: await dremio.job({ scenario: "unknown-state" }), word: "FOO" };
    },
    purge: async (id) => void (await dremio.control("DELETE", `jobs/${id}`)),
    emptyList: async () => void (await dremio.turn("emptyList", true)),
    oddRow: async () => void (await dremio.turn("oddRows", ["no-id", "wrong-types"])),
    settle: async () => void (await dremio.step(30_000)),
    async close() {
      await outbound.close();
      await dremio.close();
    },
  };
}
