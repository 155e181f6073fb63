import type { ConfiguredConnection } from "@/lib/server/connections/configured-connection";
import { secretFields, type FlatEntry } from "@/lib/server/connections/stored-connections";
import type { VendorDescriptor } from "@/lib/vendors/types";

/** A connection as the form sends it: settings in a place of their own, or beside the rest. */
export type ConnectionForm = Record<string, unknown> & {
  auth?: Record<string, unknown>;
  settings?: Record<string, unknown>;
};

export function flatForm({ settings, ...form }: ConnectionForm): Record<string, unknown> {
  return { ...settings, ...form };
}

/** A configured connection as it would stand in the YAML file. */
export function flatConnection(config: ConfiguredConnection): FlatEntry {
  const { id, name, vendor, baseUrl, ca, pollSeconds, budgetPerMinute, paused, jobs } = config;
  const auth = { type: config.auth.type, ...config.auth.values };
  return { ...config.settings, id, name, vendor, baseUrl, ca, pollSeconds, budgetPerMinute, paused, jobs, auth };
}

/**
 * A connection with a change over it. What the change leaves out stays; an empty secret counts as left out, since no form
 * shows the stored one. Another log-in keeps nothing of the one before.
 */
export function mergeChange(
  config: ConfiguredConnection,
  change: ConnectionForm,
  descriptor: VendorDescriptor,
): { flat: FlatEntry; secretRequired: boolean } {
  const before = flatConnection(config);
  const given = change.auth ?? {};
  const type = typeof given.type === "string" ? given.type : config.auth.type;
  const secrets = secretFields(descriptor, type);
  const fresh = Object.fromEntries(
    Object.entries(given).filter(([name, value]) => !(secrets.includes(name) && (value === "" || value === null))),
  );
  const kept = type === config.auth.type ? before.auth : {};
  const flat: FlatEntry = { ...before, ...flatForm(change), auth: { ...kept, ...fresh, type } };
  const moved = sentTo(flat).join() !== sentTo(before).join();
  const reused = secrets.filter((name) => name in kept && !(name in fresh));
  return { flat, secretRequired: moved && reused.length > 0 };
}

/** The origins that get to see the secret: the vendor's, and the log-in's where it has one. */
function sentTo(flat: FlatEntry): string[] {
  const urls = [
    flat.baseUrl,
    ...Object.entries(flat.auth).flatMap(([name, value]) => (/url$/i.test(name) ? [value] : [])),
  ];
  return urls.map((url) => (typeof url === "string" && URL.canParse(url) ? new URL(url).origin : String(url)));
}
