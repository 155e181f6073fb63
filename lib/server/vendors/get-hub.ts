import {
  configuredConnections,
  onConnectionAnswer,
  onConnectionsChange,
} from "@/lib/server/connections/configured-connections";
import { getEnv } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { metrics } from "@/lib/server/metrics";
import { createOutbound, type Outbound } from "@/lib/server/outbound/outbound";
import { processGlobal } from "@/lib/server/process-global";
import { ConnectionHub } from "@/lib/server/vendors/connection-hub";
import { vendors } from "@/lib/vendors/registry";

interface OpenHub {
  hub: ConnectionHub;
  outbound: Outbound;
  unsubscribe: () => void;
}

const holder = processGlobal("hub", () => ({ opened: null as Promise<OpenHub> | null }));

/** The process's open connections, kept in step with the configuration. */
export async function getHub(): Promise<ConnectionHub> {
  holder.opened ??= open().catch((error: unknown) => {
    holder.opened = null;
    throw error;
  });
  return (await holder.opened).hub;
}

export async function closeHub(): Promise<void> {
  const opened = await holder.opened?.catch(() => null);
  holder.opened = null;
  if (!opened) return;
  opened.unsubscribe();
  opened.hub.close();
  await opened.outbound.close();
}

async function open(): Promise<OpenHub> {
  const outbound = createOutbound({
    vendorNetworks: getEnv().vendorNetworks,
    log,
    onCall: ({ connection, reason }) => metrics().vendorCalls.inc({ connection, outcome: reason ?? "answered" }),
  });
  const hub = new ConnectionHub(outbound, vendors, Date.now);
  const follow = async () => hub.configure(await configuredConnections());
  await follow();
  const noChanges = await onConnectionsChange(() => {
    follow().catch((err: unknown) => log.error({ err }, "the changed connections could not be read"));
  });
  // The collector hears of it by the record; actions and first readings go through this process's own door.
  const noAnswers = await onConnectionAnswer((id) => hub.get(id)?.door.clearBackOff());
  const unsubscribe = () => {
    noChanges();
    noAnswers();
  };
  return { hub, outbound, unsubscribe };
}
