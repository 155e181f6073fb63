import type { Descriptors } from "@/lib/server/connections/read-entry";
import { vendors } from "@/lib/vendors/registry";

/** What every vendor of this build says of itself, by id. */
export function vendorDescriptors(): Descriptors {
  return Object.fromEntries(Object.entries(vendors).map(([id, connector]) => [id, connector.descriptor]));
}
