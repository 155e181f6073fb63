import type { Job } from "@/lib/contract/job";

/** What a dialog needs to know of a job. */
export type ActionTarget = Pick<Job, "connection" | "kind" | "id" | "name" | "state" | "vendorState"> & {
  details?: Record<string, unknown>;
};
