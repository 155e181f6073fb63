import type { ActionTarget } from "@/components/jobs/action-target";
import { oneLine } from "@/lib/format/visible-text";

/** Whether a Flink definition has a savepoint to go on from, and where. */
export function savepointOf(details: Record<string, unknown> | undefined): { exists: boolean; path: string | null } {
  const path =
    typeof details?.savepointPath === "string" && details.savepointPath !== "" ? details.savepointPath : null;
  return { exists: path !== null || details?.hasSavepoint === true, path };
}

/** Running a Flink definition again: from its savepoint, or afresh. The form gets `resumeSavepoint` as `yes` or `no`. */
export function ResumeFields({ job }: { job: ActionTarget }) {
  const { exists, path } = savepointOf(job.details);
  if (!exists) return <p className="text-muted">The job starts afresh: the vendor names no savepoint of it.</p>;
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">This job has a savepoint</legend>
      <label className="flex min-h-6 items-start gap-2">
        <input className="mt-0.5 shrink-0" type="radio" name="resumeSavepoint" value="yes" defaultChecked />
        <span>
          Go on from the savepoint
          {path ? (
            <span className="block font-mono text-sm text-faint [overflow-wrap:anywhere]">{oneLine(path)}</span>
          ) : null}
        </span>
      </label>
      <label className="flex min-h-6 items-start gap-2">
        <input className="mt-0.5 shrink-0" type="radio" name="resumeSavepoint" value="no" />
        <span>
          Start without it
          <span className="block text-sm text-faint">
            Operators begin with empty state. The vendor discards the savepoint after the next start.
          </span>
        </span>
      </label>
    </fieldset>
  );
}

/** What the two ways to stop a Flink job do. */
export function StopExplained({ withSavepoint }: { withSavepoint: boolean }) {
  return (
    <p className="text-muted">
      {withSavepoint
        ? "The job first writes its state to its OBS bucket, then stops; it can go on from there later. That takes longer than a plain stop, and the job runs and is billed until it has stopped."
        : "The job stops without a savepoint: what its operators remember since the last checkpoint is lost."}
    </p>
  );
}
