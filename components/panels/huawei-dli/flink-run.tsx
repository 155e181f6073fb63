import { Course } from "@/components/panels/course";
import { isoOfEpoch } from "@/components/panels/epoch";
import { BILLING_WORDS, neverStartedWords, restartLimitWords } from "@/components/panels/huawei-dli/flink-words";
import { Instant } from "@/components/time/instant";
import { CopyButton } from "@/components/ui/copy-button";
import { type Fact, Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { DliFlinkDetails } from "@/lib/contract/details/huawei-dli";
import type { JobDetail } from "@/lib/contract/job";
import { formatCount, plural } from "@/lib/format/number";
import { oneLine } from "@/lib/format/visible-text";

function billing({ billing: said }: DliFlinkDetails): Fact {
  const since = isoOfEpoch(said?.since);
  return {
    label: "Billing",
    value: said ? (
      BILLING_WORDS[said.code]
    ) : (
      <span className="text-faint">The vendor&apos;s document says nothing about billing in this state.</span>
    ),
    note: since ? (
      <>
        since <Instant iso={since} />
      </>
    ) : undefined,
  };
}

function savepoint({ savepointPath, hasSavepoint }: DliFlinkDetails): Fact {
  const value = savepointPath ? (
    <>
      <span className="font-mono text-sm">{oneLine(savepointPath)}</span>{" "}
      <CopyButton text={() => savepointPath} label="Copy the savepoint path" />
    </>
  ) : hasSavepoint ? (
    "there is one; its path is not given"
  ) : hasSavepoint === false || savepointPath === null || savepointPath === "" ? null : undefined;
  return { label: "Savepoint", value };
}

function restarts({ restartTimes, jobConfig }: DliFlinkDetails): Fact {
  const limit = jobConfig?.restartWhenException ? restartLimitWords(jobConfig.resumeMaxNum) : null;
  return {
    label: "Restarts",
    value: restartTimes === undefined || restartTimes === null ? restartTimes : formatCount(restartTimes),
    note:
      jobConfig?.restartWhenException === true
        ? `(restarts by itself on exception${limit ? `, ${limit === "no upper limit" ? limit : `at most ${limit}`}` : ""})`
        : jobConfig?.restartWhenException === false
          ? "(does not restart by itself)"
          : undefined,
  };
}

/** Flink's own life of this run: each state it entered, in order. */
function flinkStates({ executeGraph }: DliFlinkDetails): Fact[] {
  if (!executeGraph) return [];
  const entered = Object.entries(executeGraph.timestamps ?? {})
    .flatMap(([word, at]) => {
      const iso = isoOfEpoch(at);
      return iso ? [{ word, iso }] : [];
    })
    .sort((a, b) => a.iso.localeCompare(b.iso));
  const counts = Object.entries(executeGraph.statusCounts ?? {}).filter(([, count]) => typeof count === "number");
  return [
    { label: "Flink state", value: executeGraph.state ? oneLine(executeGraph.state) : undefined },
    {
      label: "Flink timestamps",
      value:
        entered.length === 0 ? undefined : (
          <ul>
            {entered.map(({ word, iso }) => (
              <li key={word}>
                {oneLine(word)} <Instant iso={iso} />
              </li>
            ))}
          </ul>
        ),
    },
    {
      label: "Operators by state",
      value: counts.length === 0 ? undefined : counts.map(([word, count]) => `${String(count)} ${word}`).join(" · "),
    },
    { label: "Flink job ID", value: executeGraph.jid ?? undefined, mono: true },
  ];
}

/** How the newest run does: money, savepoint, restarts, and what Flink itself says. */
export function FlinkRun({ job, details }: { job: JobDetail; details: DliFlinkDetails }) {
  const asOf = isoOfEpoch(details.executeGraph?.now);
  const { statusDesc } = details;
  return (
    <Panel
      title="Run"
      id="flink-run"
      note={
        asOf ? (
          <>
            Flink as of <Instant iso={asOf} />
          </>
        ) : job.history.length > 0 ? (
          plural(job.history.length, "other run") + " on record"
        ) : null
      }
    >
      <div className="flex flex-col gap-3">
        {statusDesc ? <Notice tone={job.error ? "bad" : "info"}>{statusDesc}</Notice> : null}
        <Course
          label="Course of the definition"
          points={[
            { label: "Created", at: isoOfEpoch(details.createTime) },
            {
              label: "Started",
              at: isoOfEpoch(details.startTime),
              absent: neverStartedWords(details.startTime) ?? undefined,
            },
            { label: "Updated", at: isoOfEpoch(details.updateTime) },
          ]}
        />
        <Facts columns={2} items={[billing(details), savepoint(details), restarts(details), ...flinkStates(details)]} />
      </div>
    </Panel>
  );
}
