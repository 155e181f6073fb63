"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { parseAsString, useQueryState } from "nuqs";
import { useRouter } from "next/navigation";
import { ActionCourse } from "@/components/job/action-course";
import { JobHeader } from "@/components/job/job-header";
import { JobNotices } from "@/components/job/job-notices";
import { JobTabs } from "@/components/job/job-tabs";
import { lastKnownAt } from "@/components/jobs/last-known";
import { TimelinePanel } from "@/components/job/timeline-panel";
import { useJobTitle } from "@/components/job/use-job-title";
import { ActionDoor } from "@/components/jobs/action-door";
import { lastList } from "@/components/jobs/list-memory";
import { problemWords } from "@/components/jobs/problem-words";
import { DetailsPanel } from "@/components/panels/details-panel";
import { useKeys } from "@/components/shell/keys";
import { Button, buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import type { JobDetail } from "@/lib/contract/job";
import type { JobRef } from "@/lib/jobs/ref";
import { toApiProblem } from "@/lib/query/api-problem";
import { connectionQueries } from "@/lib/query/connections";
import { jobQueries } from "@/lib/query/jobs";
import { routes } from "@/lib/url/routes";

function Missing({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const unknown = toApiProblem(error).code === "job_not_found";
  return (
    <EmptyState
      title={unknown ? "There is no such job" : "This job cannot be shown now"}
      action={
        <>
          <Link href={routes.jobs()} className={buttonClass()}>
            All jobs
          </Link>
          {unknown ? null : (
            <Button tone="primary" onClick={onRetry}>
              Ask again
            </Button>
          )}
        </>
      }
    >
      {unknown
        ? "It may have been on a connection that is not visible to you, or its address was cut."
        : problemWords(error)}
    </EmptyState>
  );
}

function Skeleton() {
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">Loading the job</span>
      <span className="skeleton h-8 w-40" />
      <span className="skeleton h-5 w-2/3" />
      <span className="skeleton h-24 w-full" />
      <span className="skeleton h-48 w-full" />
    </div>
  );
}

function JobView({ job, error }: { job: JobDetail; error: unknown }) {
  const connections = useQuery(connectionQueries.list()).data?.items;
  const connection = connections && (connections.find(({ id }) => id === job.connection) ?? null);
  const knownAt = lastKnownAt(job, connection);
  return (
    <>
      {error ? <Notice tone="caution">{problemWords(error)} The page shows the job as it was.</Notice> : null}
      <JobHeader job={job} knownAt={knownAt} />
      <JobNotices job={job} connection={connection} />
      <ActionCourse events={job.events} connection={job.connection} />
      <TimelinePanel job={job} knownAt={knownAt} />
      <DetailsPanel job={job} knownAt={knownAt} />
      <JobTabs job={job} />
    </>
  );
}

/** One job. */
export function JobPage(ref: JobRef) {
  const [run] = useQueryState("run", parseAsString);
  const { connection, kind, id } = ref;
  const { data: job, error, refetch } = useQuery(jobQueries.detail({ connection, kind, id }, run));
  const router = useRouter();
  useJobTitle(job);
  useKeys([
    {
      keys: "c",
      label: "Cancel or stop the job, after a dialog",
      group: "Job",
      run: () => document.querySelector<HTMLButtonElement>('#main header button[aria-haspopup="dialog"]')?.click(),
    },
    { keys: "u", label: "Back to the list", group: "Job", run: () => router.push(routes.jobs(lastList())) },
  ]);
  return (
    <ActionDoor>
      <div className="mx-auto flex w-full max-w-[1500px] flex-col gap-3 px-3 py-4 md:px-5">
        {job ? (
          <JobView job={job} error={error} />
        ) : error ? (
          <Missing error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton />
        )}
      </div>
    </ActionDoor>
  );
}
