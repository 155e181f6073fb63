"use client";

import { ActionDialog } from "@/components/jobs/action-dialog";
import type { ActionTarget } from "@/components/jobs/action-target";
import { CONFIGURATION_SAMPLES, EXECUTION_SAMPLES } from "@/components/panels/datameer/samples";
import { FLINK_SAMPLES } from "@/components/panels/huawei-dli/samples";
import type { PartsOf } from "@/components/preview/catalogue";
import { SAMPLE_DETAIL, sampleJob } from "@/components/preview/samples/jobs";
import { Answered } from "@/components/preview/stage/answered";
import { Offline } from "@/components/preview/stage/offline";
import { Played, type Step } from "@/components/preview/stage/played";
import { type Answer, isSilent, refuses, says } from "@/components/preview/stage/sample-server";
import { Opened } from "@/components/preview/stage/scene";
import type { JobAction } from "@/lib/jobs/action";
import { apiRoutes } from "@/lib/url/routes";

const QUERY = sampleJob({ id: "sample" });
const FLINK = FLINK_SAMPLES.running ?? SAMPLE_DETAIL;
const CONFIGURATION = CONFIGURATION_SAMPLES["may be deleted"] ?? SAMPLE_DETAIL;
const EXECUTION = EXECUTION_SAMPLES.running ?? SAMPLE_DETAIL;

interface Sample {
  job?: ActionTarget;
  actions?: readonly JobAction[];
  steps?: readonly Step[];
  answer?: Answer;
}
const NO_STEPS: readonly Step[] = [];

const dialog = ({ job = QUERY, actions = ["cancel"], steps = NO_STEPS, answer = isSilent }: Sample) =>
  function SampleDialog() {
    const asked = Object.fromEntries(actions.map((action) => [`POST ${apiRoutes.action(job, action)}`, answer]));
    return (
      <Answered answers={asked}>
        <Played steps={steps}>
          <Opened>{(close) => <ActionDialog job={job} actions={actions} onClose={close} />}</Opened>
        </Played>
      </Answered>
    );
  };

const CONFIRMED: readonly Step[] = [{ type: "it reads the whole lake", into: "Reason" }, { press: "Cancel job" }];
const PLAN = [
  { jobConfigurationName: "URLS", jobConfigurationId: 4, jobExecutionId: 404, trigger: true },
  { jobConfigurationName: "Sessions", jobConfigurationId: 17, jobExecutionId: null, trigger: false },
];
const accepted = (more: Record<string, unknown>) =>
  says({ auditId: "1", action: "trigger-sequence", status: "accepted", state: "queued", ...more }, 202);
const WRONG_VARIABLE: readonly Step[] = [
  { press: "Add a variable" },
  { type: "two words", into: "Name of variable 1" },
  { press: "Run sequence" },
];

export const ACTION_DIALOGS: PartsOf<"action-dialogs"> = {
  Cancel: dialog({}),
  "Stop: two ways": dialog({ job: FLINK, actions: ["stop-with-savepoint", "stop"] }),
  "Stop: a Datameer run": dialog({ job: EXECUTION, actions: ["stop"] }),
  "Run: with a savepoint": dialog({ job: FLINK, actions: ["trigger"] }),
  "Run: without a savepoint": dialog({ job: { ...FLINK, details: {} }, actions: ["trigger"] }),
  "Run a sequence": dialog({ job: CONFIGURATION, actions: ["trigger-sequence"] }),
  "Run a sequence: a wrong variable": dialog({
    job: CONFIGURATION,
    actions: ["trigger-sequence"],
    steps: WRONG_VARIABLE,
  }),
  "Delete data": dialog({ job: CONFIGURATION, actions: ["delete"] }),
  "Asked, no answer yet": dialog({ steps: CONFIRMED }),
  "Refused by the vendor": dialog({
    steps: CONFIRMED,
    answer: refuses("vendor_refused", 502, { detail: "Permission denied on user [operator]" }),
  }),
  "Not possible any more": dialog({
    steps: CONFIRMED,
    answer: refuses("action_not_available", 409, { state: "succeeded" }),
  }),
  "Whether it was done is not known": dialog({
    steps: CONFIRMED,
    answer: refuses("outcome_unknown", 504, { detail: "The vendor answered with status 503 and no explanation." }),
  }),
  "Already asked, no answer yet": dialog({
    steps: CONFIRMED,
    answer: says({ auditId: "1", action: "cancel", status: "accepted", already: "asked", state: "running" }, 202),
  }),
  "Accepted, with a plan": dialog({
    job: CONFIGURATION,
    actions: ["trigger-sequence"],
    steps: [{ press: "Run sequence" }],
    answer: accepted({ started: [{ connection: "datameer", kind: "execution", id: "404" }], plan: PLAN }),
  }),
  Offline: () => (
    <Offline>
      <Opened>{(close) => <ActionDialog job={QUERY} actions={["cancel"]} onClose={close} />}</Opened>
    </Offline>
  ),
};
