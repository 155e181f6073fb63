import type { JobDetail } from "@/lib/contract/job";

/** What every panel is drawn from. */
export interface PanelProps {
  job: JobDetail;
  /** When the job was last known, where that is not now: what it counts stands then. */
  knownAt?: string | null;
}
