import { type ComponentType, createElement } from "react";
import type { ActionTarget } from "@/components/jobs/action-target";
import { DeleteFields } from "@/components/panels/datameer/delete-fields";
import { SequenceFields } from "@/components/panels/datameer/sequence-fields";
import { StopNote } from "@/components/panels/datameer/stop-note";
import { ResumeFields, StopExplained } from "@/components/panels/huawei-dli/savepoint-fields";
import type { JobAction } from "@/lib/jobs/action";

type Part = ComponentType<{ job: ActionTarget }>;

/** By kind and action: what an action's dialog asks and explains besides the reason. What is asked is read from the form by name. */
export const ACTION_PARTS: Readonly<Record<string, Partial<Record<JobAction, Part>>>> = {
  flink: {
    trigger: ResumeFields,
    stop: () => createElement(StopExplained, { withSavepoint: false }),
    "stop-with-savepoint": () => createElement(StopExplained, { withSavepoint: true }),
  },
  execution: { stop: StopNote },
  configuration: { stop: StopNote, "trigger-sequence": SequenceFields, delete: DeleteFields },
};
