"use client";

import { ActionDoor } from "@/components/jobs/action-door";
import { DetailsPanel } from "@/components/panels/details-panel";
import type { JobDetail } from "@/lib/contract/job";

/** A job's panels as its page has them, the list of every field included. */
export function PanelPreview({ job }: { job: JobDetail }) {
  return (
    <ActionDoor>
      <div className="flex flex-col gap-3">
        <DetailsPanel job={job} />
      </div>
    </ActionDoor>
  );
}
