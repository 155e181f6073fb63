import type { ActionTarget } from "@/components/jobs/action-target";

/** A stop names the artifact, not the run (contract page 5.8): what that means for whoever asks. */
export function StopNote({ job }: { job: ActionTarget }) {
  return (
    <p className="text-muted">
      Datameer stops whatever this artifact is running now.
      {job.kind === "execution"
        ? " It is asked for its newest run first: where that is not this one, nothing is sent."
        : " It is asked for its newest run first: where that is not the one shown here, nothing is sent."}{" "}
      Datameer answers nothing to a stop; that it took effect shows in the next reading. A run that ends by itself
      meanwhile is shown as it ended.
    </p>
  );
}
