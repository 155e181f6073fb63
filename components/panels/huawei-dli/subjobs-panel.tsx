"use client";

import { useDeferredValue } from "react";
import { SubjobLegend } from "@/components/panels/huawei-dli/subjob-bar";
import { SubjobList } from "@/components/panels/huawei-dli/subjob-list";
import { Age, Instant } from "@/components/time/instant";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { JobDetail } from "@/lib/contract/job";
import { sentence } from "@/lib/format/sentence";
import { oneLine, shorten } from "@/lib/format/visible-text";
import { isFinal } from "@/lib/jobs/state";

/** Why the vendor cannot tell, in its own words. */
function Why({ problem }: { problem: NonNullable<JobDetail["progressProblem"]> }) {
  const said = oneLine(problem.message);
  const words = said.includes(problem.code) ? said : `${problem.code}: ${said}`;
  return (
    <>
      {sentence(shorten(words, 300))} So since <Instant iso={problem.at} />.
    </>
  );
}

/** Progress that cannot be known is another picture than 0: a bar without a figure. */
function UnknownProgress({ problem }: { problem: JobDetail["progressProblem"] }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3.5 py-2">
      <div
        role="progressbar"
        aria-label="Progress of the job"
        aria-valuetext="cannot be known now"
        className="prog-unknown h-2 w-48 rounded-full"
      />
      <span className="min-w-0 text-sm text-muted [overflow-wrap:anywhere]">
        progress cannot be known now
        {problem ? (
          <>
            : <Why problem={problem} />
          </>
        ) : null}
      </span>
    </div>
  );
}

function Note({ job }: { job: JobDetail }) {
  const { progress, subjobs, lastSubjobs } = job;
  if (subjobs === null && lastSubjobs) {
    return (
      <>
        as of <Instant iso={lastSubjobs.at} /> (<Age iso={lastSubjobs.at} />)
      </>
    );
  }
  if (progress?.of === "subjob")
    return `progress is of subjob ${progress.subjobId}; a whole-job figure cannot be known`;
  return null;
}

/**
 * The job's Spark subjobs. Where the vendor does not speak of them now, they are shown as last seen, greyed; where it never
 * did, that is said: no subjobs and unknown subjobs are not the same.
 */
export function SubjobsPanel({ job: told }: { job: JobDetail }) {
  // Hundreds of rows change with an answer: they are drawn a few at a time, and the page moves on meanwhile.
  const job = useDeferredValue(told);
  const { subjobs, lastSubjobs, progress, progressProblem } = job;
  const over = isFinal(job.state);
  const items = subjobs ?? lastSubjobs?.items ?? null;
  if (items === null && over) return null;
  return (
    <Panel
      title="Spark subjobs"
      id="subjobs"
      note={<Note job={job} />}
      aside={items?.length ? <SubjobLegend /> : null}
      flush
    >
      {progress === null && !over ? <UnknownProgress problem={progressProblem} /> : null}
      {subjobs === null && lastSubjobs ? (
        <div className="border-b border-line px-3.5 py-2">
          <Notice tone="info">
            {over
              ? "The job is over and the vendor no longer speaks of its subjobs: these were the last ones seen."
              : "The vendor cannot tell the subjobs now. These were the last ones seen; the job's state is read on its own."}
            {progressProblem && progress !== null ? (
              <>
                {" "}
                <Why problem={progressProblem} />
              </>
            ) : null}
          </Notice>
        </div>
      ) : null}
      {items?.length ? (
        <SubjobList items={items} dimmed={subjobs === null} />
      ) : (
        <p className="px-3.5 py-3 text-muted">
          {items
            ? "The vendor says that there are none."
            : "Not known yet: the vendor tells of subjobs while they run."}
        </p>
      )}
    </Panel>
  );
}
