import { clsx } from "clsx";
import { TriangleAlert } from "lucide-react";
import { STATE_WORD, attentionFace } from "@/components/jobs/state-face";
import { StateIcon } from "@/components/jobs/state-icon";
import { surelyFits } from "@/components/jobs/surely-fits";
import type { Job } from "@/lib/contract/job";
import { oneLine } from "@/lib/format/visible-text";

/** What the vendor's word has where it has a line of its own, beside the sign for attention; px. */
const OWN_LINE = 90;

/**
 * A row's state: the vendor's word below ours, beside it where the row has one line. Each has a place that no other word can
 * move: beside it, ours has room for the longest.
 */
export function StateCell({ job }: { job: Job }) {
  const attention = job.attention ? attentionFace(job.attention, job.state) : null;
  const vendorWord = oneLine(job.vendorState);
  return (
    <span className={`state-${job.state} state-cell`}>
      <StateIcon state={job.state} />
      <span className="font-[560] whitespace-nowrap text-state">{STATE_WORD[job.state]}</span>
      <span
        className={clsx("state-cell-vendor text-xs text-faint", !surelyFits(vendorWord, OWN_LINE) && "truncate")}
        title={vendorWord}
      >
        {vendorWord}
      </span>
      {attention ? (
        <span title={attention.advice} className="state-cell-attention text-caution">
          <TriangleAlert aria-hidden size={13} />
          <span className="sr-only">{attention.word}</span>
        </span>
      ) : null}
    </span>
  );
}
