import { Course } from "@/components/panels/course";
import type { DremioQueryDetails } from "@/lib/contract/details/dremio";
import { Panel } from "@/components/ui/panel";

/** The vendor's word for "not yet" is the first instant of its calendar. */
const told = (iso: string | null | undefined) => (iso && !iso.startsWith("1970-01-01") ? iso : null);

/** What the job's own document tells of its course, where the finer phases of a system table were not read. */
export function SchedulingCourse({ details }: { details: DremioQueryDetails }) {
  const points = [
    { label: "Started", at: told(details.startedAt) },
    { label: "Scheduling began", at: told(details.resourceSchedulingStartedAt) },
    { label: "Scheduling ended", at: told(details.resourceSchedulingEndedAt) },
    { label: "Ended", at: told(details.endedAt) },
  ];
  if (points.every(({ at }) => at === null)) return null;
  return (
    <Panel title="Scheduling" id="scheduling" note="as the job's own document tells it; its finer phases were not read">
      <Course label="Course of the query" points={points} />
    </Panel>
  );
}
