import { attentionFace } from "@/components/jobs/state-face";
import { LastAnswer } from "@/components/jobs/last-answer";
import { Age, FullInstant } from "@/components/time/instant";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import type { Connection } from "@/lib/contract/connection";
import type { JobDetail } from "@/lib/contract/job";
import { visibleText } from "@/lib/format/visible-text";

/** Why it failed, in the vendor's words, as they came. */
function ErrorBox({ job }: { job: JobDetail }) {
  if (!job.error) return null;
  const cancelled = job.state === "cancelled";
  return (
    <section
      aria-labelledby="job-error"
      className={`${cancelled ? "state-cancelled" : "state-failed"} tinted rounded-lg border border-state/35 px-3.5 py-3`}
    >
      <div className="flex items-center gap-2">
        <h2 id="job-error" className="text-sm text-state">
          {cancelled ? "Why it was cancelled" : "Error"}
        </h2>
        <CopyButton text={() => job.error ?? ""} label="Copy the message" />
      </div>
      <pre
        tabIndex={0}
        className="mt-1 max-h-72 overflow-auto font-mono text-sm leading-5 whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        {visibleText(job.error)}
      </pre>
    </section>
  );
}

/**
 * What one should know before reading on: how old this is, what is wrong, what to do.
 * @param connection null: it is not there any more; undefined: not known yet
 */
export function JobNotices({ job, connection }: { job: JobDetail; connection?: Connection | null }) {
  const attention = job.attention ? attentionFace(job.attention, job.state) : null;
  return (
    <>
      {attention ? (
        <Notice tone="caution">
          <b className="font-semibold">{attention.word}.</b> {attention.advice}
        </Notice>
      ) : null}
      {job.gone ? (
        <Notice tone="info">The vendor no longer has this job. What is shown is its last state on our record.</Notice>
      ) : null}
      {connection === null ? (
        <Notice tone="info">
          {job.connection} is no longer connected, so nobody asks its vendor any more. What is shown is the last that
          was read; it has looked like this since <FullInstant iso={job.observedAt} />.
        </Notice>
      ) : job.readProblem ? (
        <Notice tone="caution">
          The last reading brought nothing (<Age iso={job.readProblem.at} />
          ): {visibleText(job.readProblem.message)} What is shown is as it was before.
        </Notice>
      ) : job.stale && !job.gone ? (
        <Notice tone="caution">
          {connection ? (
            <>
              {connection.id} <LastAnswer connection={connection} /> The job is shown as it was then.
            </>
          ) : (
            "This is not fresh: it is shown as it was last read."
          )}
        </Notice>
      ) : null}
      <ErrorBox job={job} />
    </>
  );
}
