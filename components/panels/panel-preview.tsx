"use client";

import { CONFIGURATION_SAMPLES, EXECUTION_SAMPLES } from "@/components/panels/datameer/samples";
import { BATCH_SAMPLES, FLINK_SAMPLES, SQL_SAMPLES } from "@/components/panels/huawei-dli/samples";
import { PANELS } from "@/components/panels/panels";
import { ActionDoor } from "@/components/jobs/action-door";
import type { JobDetail } from "@/lib/contract/job";

/** Jobs by panel and situation, for the gallery. */
export const PANEL_SAMPLES: Readonly<Record<string, Readonly<Record<string, JobDetail>>>> = {
  "huawei-dli-sql": SQL_SAMPLES,
  "huawei-dli-flink": FLINK_SAMPLES,
  "huawei-dli-spark-batch": BATCH_SAMPLES,
  "datameer-execution": EXECUTION_SAMPLES,
  "datameer-configuration": CONFIGURATION_SAMPLES,
};

/** One panel in one situation: a page has each of its headings once. */
export function PanelPreview({ panel, situation }: { panel: string; situation: string }) {
  const job = PANEL_SAMPLES[panel]?.[situation];
  const Panel = job && PANELS[job.details.type];
  if (!Panel) return null;
  return (
    <ActionDoor>
      <div className="flex flex-col gap-3">
        <Panel job={job} />
      </div>
    </ActionDoor>
  );
}
