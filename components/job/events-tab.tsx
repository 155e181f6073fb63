import { ActionBrought } from "@/components/job/action-brought";
import { ACTION_FACE, OUTCOME_FACE } from "@/components/jobs/state-face";
import { StateIcon } from "@/components/jobs/state-icon";
import { FullInstant } from "@/components/time/instant";
import type { JobDetail } from "@/lib/contract/job";
import { oneLine, visibleText } from "@/lib/format/visible-text";

type JobEvent = JobDetail["events"][number];

function EventLine({ event, connection }: { event: JobEvent; connection: string }) {
  if (event.type === "transition") {
    return (
      <span className="flex flex-wrap items-center gap-1.5">
        <StateIcon state={event.state} named />
        <span className="font-mono text-sm">
          {event.from ? `${oneLine(event.from)} → ` : ""}
          {oneLine(event.to)}
        </span>
        <span className="text-sm text-faint">
          {event.certainty === "vendor" ? (
            "told by the vendor"
          ) : event.earliest ? (
            <>
              seen, after <FullInstant iso={event.earliest} />
            </>
          ) : (
            "seen"
          )}
          {event.attempt > 1 ? ` · attempt ${event.attempt}` : ""}
        </span>
      </span>
    );
  }
  return (
    <div className="min-w-0">
      <b className="font-medium">{ACTION_FACE[event.action].label}</b> by {visibleText(event.by)}:{" "}
      {OUTCOME_FACE[event.outcome].word.toLowerCase()}
      {event.reason ? <span className="text-muted"> · “{visibleText(event.reason)}”</span> : null}
      {event.vendorMessage ? (
        <span className="block font-mono text-sm text-muted [overflow-wrap:anywhere]">
          {visibleText(event.vendorMessage)}
        </span>
      ) : null}
      <ActionBrought event={event} connection={connection} />
    </div>
  );
}

/** Transitions and actions, newest first, with who and when, and what they started. */
export function EventsTab({ events, connection }: Pick<JobDetail, "events" | "connection">) {
  if (events.length === 0) return <p className="text-muted">Nothing has happened to it since it is watched.</p>;
  const sorted = [...events].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <ol className="flex flex-col">
      {sorted.map((event, index) => (
        <li key={index} className="flex gap-4 border-b border-line py-1.5 last:border-0 max-sm:flex-col max-sm:gap-0">
          <span className="shrink-0 text-sm leading-5 whitespace-nowrap text-faint sm:w-56">
            <FullInstant iso={event.at} />
          </span>
          <EventLine event={event} connection={connection} />
        </li>
      ))}
    </ol>
  );
}
