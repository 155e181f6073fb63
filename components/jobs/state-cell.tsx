import { TriangleAlert } from "lucide-react";
import { ATTENTION_FACE } from "@/components/jobs/state-face";
import { StateWord } from "@/components/jobs/state-badge";
import type { Job } from "@/lib/contract/job";

export function StateCell({ job }: { job: Job }) {
  const attention = job.attention ? ATTENTION_FACE[job.attention] : null;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <StateWord state={job.state} vendorState={job.vendorState} />
      {attention ? (
        <span title={attention.advice} className="text-caution">
          <TriangleAlert aria-hidden size={13} />
          <span className="sr-only">{attention.word}</span>
        </span>
      ) : null}
    </span>
  );
}
