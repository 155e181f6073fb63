import { prepareStages, prepareTasks } from "@/components/job/task-bar.prepare";
import { TaskBar } from "@/components/job/task-bar";
import { StateWord } from "@/components/jobs/state-badge";
import { Age, Instant } from "@/components/time/instant";
import { Panel } from "@/components/ui/panel";
import type { JobDetail } from "@/lib/contract/job";
import { oneLine, visibleText } from "@/lib/format/visible-text";
import type { Subjob } from "@/lib/jobs/subjob";

function SubjobRow({ subjob }: { subjob: Subjob }) {
  const tasks = prepareTasks(subjob);
  const stages = prepareStages(subjob);
  const killed = Object.entries(subjob.killedTasksSummary);
  return (
    <tr>
      <th scope="row" className="font-mono">
        {subjob.id}
      </th>
      <td>
        <StateWord state={subjob.status} vendorState={subjob.status === "unknown" ? subjob.vendorStatus : undefined} />
      </td>
      <td className="max-w-96">
        <span className="block font-mono text-sm [overflow-wrap:anywhere]">{oneLine(subjob.name)}</span>
        {subjob.description ? (
          <span className="block text-sm text-faint [overflow-wrap:anywhere]">{visibleText(subjob.description)}</span>
        ) : null}
        {subjob.jobGroup ? <span className="block text-sm text-faint">group {oneLine(subjob.jobGroup)}</span> : null}
      </td>
      <td className="num whitespace-nowrap">
        <Instant iso={subjob.submittedAt} />
        <span className="block text-sm text-faint">
          {subjob.completedAt ? (
            <>
              to <Instant iso={subjob.completedAt} />
            </>
          ) : (
            "not completed"
          )}
        </span>
      </td>
      <td className="min-w-56">
        <div className="flex items-center gap-2">
          <TaskBar bar={tasks} label={`Tasks of subjob ${subjob.id}`} />
          <span className="w-10 shrink-0 text-right text-sm text-muted">
            {tasks.percent === null ? "?" : `${tasks.percent} %`}
          </span>
        </div>
        <span className="text-sm text-muted">{tasks.words}</span>
        {killed.length > 0 ? (
          <span className="block text-sm text-muted">
            killed: {killed.map(([why, count]) => `${count} ${oneLine(why)}`).join(", ")}
          </span>
        ) : null}
      </td>
      <td className="min-w-36">
        <div className="flex h-5 items-center">
          <TaskBar bar={stages} label={`Stages of subjob ${subjob.id}`} thin />
        </div>
        <span className="block text-sm text-muted">{stages.words}</span>
        {subjob.stageIds.length > 0 ? (
          <span className="block text-sm text-faint">stages {subjob.stageIds.join(", ")}</span>
        ) : null}
      </td>
    </tr>
  );
}

/** A row per Spark subjob, newest first. */
export function SubjobsPanel({ job }: { job: JobDetail }) {
  const items = job.subjobs ?? job.lastSubjobs?.items ?? null;
  if (items === null) return null;
  const old = job.subjobs === null && job.lastSubjobs !== null;
  const of = job.progress?.of === "subjob" ? job.progress.subjobId : null;
  return (
    <Panel
      flush
      id="subjobs"
      title="Spark subjobs"
      note={
        old && job.lastSubjobs ? (
          <>
            cannot be told now; as they were <Age iso={job.lastSubjobs.at} />
          </>
        ) : of !== null ? (
          `progress is of subjob ${of}; a figure of the whole job cannot be known`
        ) : null
      }
    >
      {items.length === 0 ? (
        <p className="px-3.5 py-3 text-muted">The vendor says that there are none.</p>
      ) : (
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">Id</th>
              <th scope="col">State</th>
              <th scope="col">Name</th>
              <th scope="col" className="num">
                Submitted
              </th>
              <th scope="col">Tasks</th>
              <th scope="col">Stages</th>
            </tr>
          </thead>
          <tbody>
            {[...items]
              .sort((a, b) => Number(b.id) - Number(a.id))
              .map((subjob) => (
                <SubjobRow key={subjob.id} subjob={subjob} />
              ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
