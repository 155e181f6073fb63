import { memo } from "react";
import { StateIcon } from "@/components/jobs/state-icon";
import type { Job } from "@/lib/contract/job";
import { oneLine, shorten } from "@/lib/format/visible-text";

const TONES = {
  plain: undefined,
  faint: "text-faint",
  good: "text-good",
  caution: "text-caution",
  danger: "text-danger",
};

/** One job of a bulk action, and what is, or came, of it. It renders for its own sake alone. */
export const BulkRow = memo(function BulkRow({
  job,
  words,
  tone = "plain",
  faint = false,
}: {
  job: Job;
  words: string;
  tone?: keyof typeof TONES;
  faint?: boolean;
}) {
  const where = `${job.connection} · ${job.kind}`;
  return (
    <tr className={faint ? TONES.faint : undefined}>
      <td className="max-w-72 font-mono text-sm [overflow-wrap:anywhere]">
        <span className="flex items-start gap-1.5">
          <span className="mt-0.5">
            <StateIcon state={job.state} named />
          </span>
          {shorten(oneLine(job.name), 120)}
        </span>
        {/* Where there is no room for a column of its own. */}
        <span className="block font-sans text-faint sm:hidden">{where}</span>
      </td>
      <td className={faint ? "max-sm:hidden" : "text-muted max-sm:hidden"}>{where}</td>
      <td className={TONES[tone]}>{words}</td>
    </tr>
  );
});
