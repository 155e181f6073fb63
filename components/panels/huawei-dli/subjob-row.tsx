"use client";

import { memo } from "react";
import { SubjobBar } from "@/components/panels/huawei-dli/subjob-bar";
import {
  killedWords,
  stageStretches,
  stageWords,
  taskStretches,
  taskWords,
} from "@/components/panels/huawei-dli/subjob-words";
import { StateIcon } from "@/components/jobs/state-icon";
import { Instant } from "@/components/time/instant";
import { Disclosure } from "@/components/ui/disclosure";
import { type Fact, Facts, given } from "@/components/ui/facts";
import type { Subjob } from "@/lib/contract/job";
import { oneLine, shorten } from "@/lib/format/visible-text";
import type { JobState } from "@/lib/jobs/state";

/** Characters of the stage ids, and of the description, that a row shows. */
const SHORT_IDS = 48;
const SHORT_TEXT = 200;

const FACE: Record<Subjob["status"], { state: JobState; word: string }> = {
  running: { state: "running", word: "Running" },
  succeeded: { state: "succeeded", word: "Succeeded" },
  failed: { state: "failed", word: "Failed" },
  unknown: { state: "unknown", word: "Unknown" },
};

/** A date as an instant; the vendor's own text where nobody can say which instant it is. */
function When({ iso, text, label }: { iso: string | null; text: string | null; label: string }) {
  if (iso === null && text === null) return null;
  return (
    <div className="[overflow-wrap:anywhere]">
      <span className="text-faint">{label} </span>
      {iso === null ? (
        <span title="As the vendor wrote it: its zone is not known">{oneLine(text ?? "")}</span>
      ) : (
        <Instant iso={iso} />
      )}
    </div>
  );
}

function Stages({ subjob, name }: { subjob: Subjob; name: string }) {
  const words = stageWords(subjob);
  const all = subjob.stageIds.length - subjob.stages.skipped;
  const ids = subjob.stageIds.join(", ");
  return (
    <>
      <SubjobBar
        name={`Stages of ${name}`}
        words={words}
        fraction={all > 0 ? Math.min(1, subjob.stages.completed / all) : null}
        stretches={stageStretches(subjob)}
        thin
      />
      <div className="mt-1 text-sm text-muted">{words}</div>
      {ids ? <div className="text-xs text-faint">ids {shorten(ids, SHORT_IDS)}</div> : null}
    </>
  );
}

/** What the row itself has no room for, behind a door that keys and fingers open too. */
function More({ subjob }: { subjob: Subjob }) {
  const ids = subjob.stageIds.join(", ");
  const description = oneLine(subjob.description ?? "");
  const facts: Fact[] = [
    { label: "Job group", value: oneLine(subjob.jobGroup ?? ""), mono: true },
    { label: "Stage ids", value: ids.length > SHORT_IDS ? ids : "", mono: true },
    { label: "Description", value: description.length > SHORT_TEXT ? description : "" },
  ];
  const items = given(facts);
  if (items.length === 0) return null;
  return (
    <Disclosure
      summary={
        <span>
          More<span className="sr-only"> of subjob {subjob.id}</span>
        </span>
      }
    >
      <Facts items={items} />
    </Disclosure>
  );
}

/** One Spark subjob. Rows that a poll did not change are the same objects, and are not rendered again. */
export const SubjobRow = memo(function SubjobRow({ subjob }: { subjob: Subjob }) {
  const { state, word } = FACE[subjob.status];
  const name = `Subjob ${subjob.id}: ${oneLine(subjob.name)}`;
  const words = taskWords(subjob);
  const killed = killedWords(subjob);
  return (
    <div
      role="row"
      data-subjob={subjob.id}
      className="subjob-grid border-b border-line px-3.5 py-2 [contain-intrinsic-size:auto_64px] [content-visibility:auto] last:border-b-0"
    >
      <div role="cell" className="font-mono text-sm">
        {subjob.id}
      </div>
      <div role="cell" className={`state-${state} min-w-0`}>
        <span className="inline-flex items-center gap-1.5 font-[560] text-state">
          <StateIcon state={state} />
          {word}
        </span>
        {subjob.vendorStatus ? <div className="truncate text-xs text-faint">{oneLine(subjob.vendorStatus)}</div> : null}
      </div>
      <div role="cell" className="min-w-0">
        <div className="font-mono text-sm [overflow-wrap:anywhere]">{oneLine(subjob.name) || "–"}</div>
        {subjob.description ? (
          <div className="text-sm text-muted [overflow-wrap:anywhere]">
            {shorten(oneLine(subjob.description), SHORT_TEXT)}
          </div>
        ) : null}
        <More subjob={subjob} />
      </div>
      <div role="cell" className="min-w-0 text-sm">
        <When iso={subjob.submittedAt} text={subjob.submissionTime} label="from" />
        <When iso={subjob.completedAt} text={subjob.completionTime} label="to" />
      </div>
      <div role="cell" className="min-w-0">
        <SubjobBar name={name} words={words} fraction={subjob.fraction} stretches={taskStretches(subjob)} />
        <div className="mt-1 text-sm text-muted">{words}</div>
        {killed ? <div className="text-sm text-muted">{killed}</div> : null}
      </div>
      <div role="cell" className="min-w-0">
        <Stages subjob={subjob} name={name} />
      </div>
    </div>
  );
});
