import { IANAZone } from "luxon";
import { z } from "zod";
import type { ArtifactIds } from "@/lib/vendors/datameer/memory";
import { VendorError } from "@/lib/vendors/errors";
import type { ConnectionSettings } from "@/lib/vendors/types";

const id = z.union([z.string().min(1), z.number().int()]).transform(String);
const Followed = z.array(
  z.looseObject({ id, fileId: id.nullish(), uuid: z.string().nullish(), path: z.string().nullish() }),
);

/** A configuration that the connection names, with the artifact's ids where they are given. */
export interface FollowedConfiguration {
  id: string;
  artifact: ArtifactIds;
}

/** The configurations that the connection's settings name. Those that are none are left out. */
export function followedIn(settings: ConnectionSettings): FollowedConfiguration[] {
  const list = Array.isArray(settings.configurations) ? settings.configurations : [];
  return list.flatMap((entry: unknown) => {
    const parsed = Followed.element.safeParse(entry);
    if (!parsed.success || !/^\d{1,19}$/.test(parsed.data.id)) return [];
    const { fileId, uuid, path } = parsed.data;
    const artifact = { ...(fileId ? { fileId } : {}), ...(uuid ? { uuid } : {}), ...(path ? { path } : {}) };
    return [{ id: parsed.data.id, artifact }];
  });
}

/**
 * The zone of the server's local times.
 * @throws VendorError `rejected` where the connection has none: every date would be wrong without any error.
 */
export function zoneOf(settings: ConnectionSettings): string {
  const { timeZone } = settings;
  if (typeof timeZone === "string" && IANAZone.isValidZone(timeZone)) return timeZone;
  throw new VendorError({
    vendor: "datameer",
    operation: "read the settings",
    reason: "rejected",
    message:
      "This connection has no valid timeZone (an IANA name such as Asia/Shanghai): Datameer writes local times without a zone, so none could be read.",
  });
}

/** Whether the server is said to have job-kill, which ends one execution by its id. */
export function stopsByExecution(settings: ConnectionSettings): boolean {
  const { stopByExecution } = settings;
  return (
    stopByExecution === true || (typeof stopByExecution === "string" && /^(yes|true|on|1)$/i.test(stopByExecution))
  );
}

/** What `?sequence=` is taken to name; the vendor's page leaves it open (vendor document 5.7). */
export function sequenceIdsIn(settings: ConnectionSettings): "file" | "configuration" {
  return /^configuration/i.test(String(settings.sequenceIds ?? "")) ? "configuration" : "file";
}
