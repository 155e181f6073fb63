"use client";

import { clsx } from "clsx";
import { Bell, BellRing, ExternalLink } from "lucide-react";
import { KnownDuration } from "@/components/job/known-duration";
import { useAskAction } from "@/components/jobs/action-door";
import { PendingWords } from "@/components/jobs/row-action";
import { StateBadge } from "@/components/jobs/state-badge";
import { ACTION_FACE } from "@/components/jobs/state-face";
import { VendorMark } from "@/components/jobs/vendor-mark";
import { useWatch } from "@/components/jobs/watch";
import { ProgressCell } from "@/components/jobs/progress";
import { useWhyNoActions } from "@/components/session/online";
import { useWho } from "@/components/shell/who";
import { Age, Moment } from "@/components/time/instant";
import { Button, buttonClass } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { handsFocusOn } from "@/components/ui/hand-focus-on";
import type { JobDetail } from "@/lib/contract/job";
import { isEnding } from "@/lib/jobs/action";
import { isActive, isFinal } from "@/lib/jobs/state";
import { oneLine, shorten } from "@/lib/format/visible-text";
import { externalLink } from "@/lib/url/external-link";
import { routes } from "@/lib/url/routes";

/** The actions that are possible now; where a running job has none, why. */
function Actions({ job }: { job: JobDetail }) {
  const ask = useAskAction();
  const why = useWhyNoActions();
  const { role } = useWho();
  if (job.pendingAction) return <PendingWords pending={job.pendingAction} />;
  const endings = job.actions.filter(isEnding);
  const others = job.actions.filter((action) => !isEnding(action));
  const target = { ...job, details: job.details };
  if (job.actions.length === 0) {
    const reason =
      role === "viewer"
        ? "Viewers cannot act on jobs"
        : job.state === "unknown"
          ? "No action: the vendor's word is not known to us"
          : isActive(job.state)
            ? "Nothing can be asked in this state"
            : null;
    return reason ? <span className="text-sm text-faint">{reason}</span> : null;
  }
  return (
    <>
      {others.map((action) => (
        <Button
          key={action}
          ref={handsFocusOn}
          tone={ACTION_FACE[action].danger ? "danger" : "plain"}
          disabled={why !== null}
          title={why ?? undefined}
          onClick={() => ask(target, [action])}
        >
          {ACTION_FACE[action].label}
        </Button>
      ))}
      {endings.length > 0 ? (
        <Button
          ref={handsFocusOn}
          tone="danger"
          disabled={why !== null}
          title={why ?? undefined}
          aria-haspopup="dialog"
          onClick={() => ask(target, endings)}
        >
          {endings.includes("cancel") ? "Cancel" : "Stop"}
        </Button>
      ) : null}
    </>
  );
}

function WatchButton({ job }: { job: JobDetail }) {
  const watch = useWatch();
  const on = watch.has(job);
  if (isFinal(job.state) && !on) return null;
  return (
    <Button aria-pressed={on} onClick={() => (on ? watch.stop(job) : void watch.start([job]))}>
      {on ? <BellRing aria-hidden size={14} className="text-accent" /> : <Bell aria-hidden size={14} />}
      <span className="max-sm:sr-only">Tell me when it ends</span>
    </Button>
  );
}

function HeaderFact({ label, value }: { label: string; value: React.ReactNode }) {
  return (
    <div className="flex min-w-0 gap-1.5">
      <dt className="text-faint">{label}</dt>
      <dd className="min-w-0 text-muted [overflow-wrap:anywhere]">{value}</dd>
    </div>
  );
}

function Facts({ job }: { job: JobDetail }) {
  const words: [string, string | null][] = [
    ["Owner", job.owner],
    ["Queue", job.queue],
    ["Type", job.type],
  ];
  const moments: [string, string | null][] = [
    ["Submitted", job.submittedAt],
    ["Started", job.startedAt],
    ["Ended", job.endedAt],
  ];
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="flex items-center gap-1.5 text-muted">
        <VendorMark vendor={job.vendor} label={job.vendor} size={16} /> {job.connection} · {job.kind}
      </span>
      <span className="flex min-w-0 items-center">
        <span className="font-mono text-sm text-muted [overflow-wrap:anywhere]">{oneLine(job.id)}</span>
        <CopyButton text={() => job.id} label="Copy the job's id" />
      </span>
      <dl className="flex flex-wrap gap-x-4 gap-y-1">
        {words.map(([label, value]) =>
          value ? <HeaderFact key={label} label={label} value={oneLine(value)} /> : null,
        )}
        {moments.map(([label, iso]) =>
          iso ? <HeaderFact key={label} label={label} value={<Moment iso={iso} />} /> : null,
        )}
      </dl>
    </div>
  );
}

/**
 * Which job this is, how it does, and what can be done.
 * @param knownAt when the job was last known, where that is not now: how it does is dimmed then
 */
export function JobHeader({ job, knownAt = null }: { job: JobDetail; knownAt?: string | null }) {
  const old = knownAt !== null && "job-dim old-data";
  const vendorUrl = externalLink(job.vendorUrl);
  return (
    <header className="flex flex-col gap-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div role="status" aria-label="State" className={clsx(old)}>
          <StateBadge state={job.state} />
        </div>
        <span className={clsx("min-w-0 font-mono text-muted [overflow-wrap:anywhere]", old)}>
          {oneLine(job.vendorState)}
        </span>
        <span className={clsx("text-muted", old)}>
          <KnownDuration job={job} knownAt={knownAt} />
        </span>
        <span className="text-sm text-faint">
          details changed <Age iso={job.observedAt} />
        </span>
        <div className="ml-auto flex flex-wrap items-center gap-2">
          <CopyButton
            text={() =>
              new URL(
                routes.job(job, { run: job.run && job.history[0]?.run !== job.run ? job.run : null }),
                window.location.href,
              ).href
            }
            label="Copy the link to this job"
            word="Copy link"
            tone="plain"
            small={false}
          />
          <WatchButton job={job} />
          {vendorUrl ? (
            <a href={vendorUrl} target="_blank" rel="noreferrer" className={buttonClass()}>
              <ExternalLink aria-hidden size={14} />
              <span className="max-sm:sr-only">Open at the vendor</span>
            </a>
          ) : null}
          <Actions job={job} />
        </div>
      </div>
      <h1 className="line-clamp-3 font-mono text-lg [overflow-wrap:anywhere]" title={shorten(oneLine(job.name), 2000)}>
        {shorten(oneLine(job.name.slice(0, 1000)), 240)}
      </h1>
      <Facts job={job} />
      {job.progress ? (
        <div className={clsx("max-w-xl", old)}>
          <ProgressCell progress={job.progress} name={shorten(oneLine(job.name), 80)} />
        </div>
      ) : null}
    </header>
  );
}
