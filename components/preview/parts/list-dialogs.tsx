"use client";

import { ColumnsDialog } from "@/components/jobs/columns-dialog";
import { ManageViews } from "@/components/jobs/manage-views";
import { SaveView } from "@/components/jobs/save-view";
import { useJobsSearch } from "@/components/jobs/use-jobs-search";
import type { PartsOf } from "@/components/preview/catalogue";
import { ASKS_VIEWS } from "@/components/preview/samples/answers";
import { at } from "@/components/preview/samples/jobs";
import { Answered } from "@/components/preview/stage/answered";
import { Played, type Step } from "@/components/preview/stage/played";
import { type Answers, refuses, says } from "@/components/preview/stage/sample-server";
import { Opened, Scene } from "@/components/preview/stage/scene";
import { CustomRange } from "@/components/time/custom-range";
import { apiRoutes } from "@/lib/url/routes";

function Columns({ onClose }: { onClose: () => void }) {
  const [search, change] = useJobsSearch();
  return <ColumnsDialog search={search} change={change} onClose={onClose} />;
}

const NO_STEPS: readonly Step[] = [];
const SAVED: readonly Step[] = [{ type: "Failed in the lake", into: "Name" }, { press: "Save" }];

const save = (steps: readonly Step[], answers: Answers) =>
  function SampleSave() {
    return (
      <Answered answers={answers}>
        <Played steps={steps}>
          <Opened>{(close) => <SaveView query="state=failed&connection=lake" onClose={close} />}</Opened>
        </Played>
      </Answered>
    );
  };
const manage = (steps: readonly Step[], answers: Answers = ASKS_VIEWS) =>
  function SampleManage() {
    return (
      <Answered answers={answers}>
        <Played steps={steps}>
          <Opened>{(close) => <ManageViews onClose={close} />}</Opened>
        </Played>
      </Answered>
    );
  };
const range = (from: number, to: number, steps: readonly Step[]) =>
  function SampleRange() {
    return (
      <Played steps={steps}>
        <Opened>
          {(close) => (
            <CustomRange
              from={Date.parse(at(from))}
              to={Date.parse(at(to))}
              onChoose={() => undefined}
              onClose={close}
            />
          )}
        </Opened>
      </Played>
    );
  };

export const LIST_DIALOGS: PartsOf<"list-dialogs"> = {
  Columns: () => (
    <Scene search="?widths=owner:160">
      <Opened>{(close) => <Columns onClose={close} />}</Opened>
    </Scene>
  ),
  "Save a view": save(NO_STEPS, {}),
  "Save a view: refused": save(SAVED, {
    [`POST ${apiRoutes.views}`]: refuses("conflict", 409, { detail: "There is a view of this name." }),
  }),
  "Manage views": manage(NO_STEPS),
  "Manage views: renaming": manage([{ press: "Rename My queue" }]),
  "Manage views: none": manage(NO_STEPS, { [`GET ${apiRoutes.views}`]: says({ items: [] }) }),
  "A range": range(0, 5, NO_STEPS),
  "A range: the wrong way round": range(5, 0, [{ press: "Show" }]),
};
