import { StateIcon } from "@/components/jobs/state-icon";
import { STATE_WORD } from "@/components/jobs/state-face";
import { oneLine } from "@/lib/format/visible-text";
import type { JobState } from "@/lib/jobs/state";

/** Shape, word and hue; the vendor's own word beside it. */
export function StateWord({ state, vendorState }: { state: JobState; vendorState?: string }) {
  return (
    <span className={`state-${state} inline-flex max-w-full min-w-0 items-center gap-1.5 align-middle`}>
      <StateIcon state={state} />
      <span className="font-[560] text-state">{STATE_WORD[state]}</span>
      {vendorState ? (
        <span className="min-w-0 truncate text-xs text-faint" title={oneLine(vendorState)}>
          {oneLine(vendorState)}
        </span>
      ) : null}
    </span>
  );
}

/** The big one of a job's page. */
export function StateBadge({ state }: { state: JobState }) {
  return (
    <span
      className={`state-${state} tinted inline-flex h-8 items-center gap-2 rounded-full pr-3.5 pl-2.5 text-[14px] font-semibold text-state`}
    >
      <StateIcon state={state} size={16} />
      {STATE_WORD[state]}
    </span>
  );
}
