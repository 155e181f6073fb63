import type { JobDetail } from "@/lib/contract/job";

/** What every panel is drawn from. */
export interface PanelProps {
  job: JobDetail;
}
