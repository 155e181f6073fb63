import type { Merge } from "@/lib/jobs/merge-reading";
import type { JobSnapshot } from "@/lib/jobs/snapshot";
import type { KnownJob } from "@/lib/server/store/known-jobs";

/** One job to write: what is known of it, what was read, and what that changes. */
export interface Write {
  known: KnownJob | null;
  snapshot: JobSnapshot;
  merge: Extract<Merge, { change: "changed" }>;
}
