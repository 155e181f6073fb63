import { isEnding } from "@/lib/jobs/action";
import type { JobRef } from "@/lib/jobs/ref";
import { isFinal } from "@/lib/jobs/state";
import { readJob } from "@/lib/server/collector/read-job";
import type { JobServices } from "@/lib/server/jobs/services";
import { redact } from "@/lib/server/outbound/secrets";
import type { LiveConnection } from "@/lib/server/vendors/live-connection";
import { VendorError } from "@/lib/vendors/errors";
import type { ActionRequest } from "@/lib/vendors/types";

/** What came of asking the vendor for an action. */
export type Outcome =
  | { kind: "accepted"; message: string | null; started: { kind: string; id: string }[]; plan: unknown[] | undefined }
  | { kind: "overtaken" | "refused" | "other-target" | "unknown"; message: string };

/** The answer waits for the vendor no longer than this. */
const DEADLINE_MS = 25_000;

/**
 * Calls the vendor once and reads its answer: a yes; a no, looked at again where the job may have ended before a stop; or no
 * answer, which is not a no.
 */
export async function callVendor(
  services: JobServices,
  live: LiveConnection,
  ref: JobRef,
  request: ActionRequest,
): Promise<Outcome> {
  if (!live.connector.act) return { kind: "refused", message: "This vendor takes no actions." };
  try {
    const ctx = live.context(AbortSignal.timeout(DEADLINE_MS));
    const accepted = await live.connector.act(ctx, ref, request);
    return { kind: "accepted", message: accepted.message, started: accepted.started ?? [], plan: accepted.plan };
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    const message = redact(error.message);
    if (error.reason === "other-target") return { kind: "other-target", message };
    return isRefusal(error) ? lookAgain(services, live, ref, request, message) : { kind: "unknown", message };
  }
}

/** The vendor heard us and said no. Anything else leaves open whether it did what we asked. */
function isRefusal({ reason }: VendorError): boolean {
  return (
    reason === "rejected" ||
    reason === "not-found" ||
    reason === "forbidden" ||
    reason === "unauthorized" ||
    reason === "rate-limited"
  );
}

async function lookAgain(
  services: JobServices,
  live: LiveConnection,
  ref: JobRef,
  { action, job }: ActionRequest,
  message: string,
): Promise<Outcome> {
  // Only an end can come before a stop; what begins a run or removes data was refused, whatever the job does.
  if (!isEnding(action)) return { kind: "refused", message };
  try {
    const snapshot = await readJob(live, ref, { db: services.db, now: services.now, fence: null, anew: true });
    if (snapshot && snapshot.run === job.run && isFinal(snapshot.state)) {
      return { kind: "overtaken", message: `It had already ended: ${snapshot.vendorState}.` };
    }
    return { kind: "refused", message };
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    return { kind: "unknown", message: `${message} The job could not be read again: ${redact(error.message)}` };
  }
}
