import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ActionFields } from "@/components/jobs/action-fields";
import type { ActionTarget } from "@/components/jobs/action-target";
import { CONFIGURATION_SAMPLES } from "@/components/panels/datameer/samples";
import { SequencePlan } from "@/components/panels/datameer/sequence-plan";
import { textOf } from "@/components/panels/detail-of.testkit";
import { FLINK_SAMPLES } from "@/components/panels/huawei-dli/samples";
import type { JobAction } from "@/lib/jobs/action";

const fields = (job: ActionTarget | undefined, action: JobAction): string => {
  if (!job) throw new Error("The sample is there.");
  return renderToStaticMarkup(<ActionFields action={action} job={job} />);
};
const namesIn = (markup: string) =>
  [...new Set([...markup.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name))].sort();
const stored = CONFIGURATION_SAMPLES["may be deleted"];

describe("what a dialog asks", () => {
  it("for a sequence: file ids and variables, the page's own file first", () => {
    const markup = fields(stored, "trigger-sequence");
    expect(namesIn(markup)).toEqual(["fileIds", "reason", "variables"]);
    expect(markup).toMatch(/<input type="hidden" name="fileIds" value="6"/);
    expect(markup).toContain('aria-label="File id 1"');
  });

  it("for a deletion: which data, by the ids that are listed, and the name", () => {
    const markup = fields(stored, "delete");
    expect(namesIn(markup)).toEqual(["confirm", "dataId", "reason"]);
    expect(markup).toMatch(/type="radio" required="" name="dataId" value="19372"/);
    const one = stored && { ...stored, details: { ...stored.details, dataId: "19101" } };
    expect(fields(one, "delete")).toMatch(
      /checked="" name="dataId" value="19101"|name="dataId" checked="" value="19101"/,
    );
  });

  it("for a deletion where nothing is listed: the id itself", () => {
    expect(fields(stored && { ...stored, details: undefined }, "delete")).toMatch(
      /<input [^>]*pattern="\\d\{1,18\}"[^>]*name="dataId"/,
    );
  });

  it("for running a Flink job again: its savepoint, where there is one", () => {
    const job = FLINK_SAMPLES.running;
    expect(namesIn(fields(job, "trigger"))).toEqual(["reason", "resumeSavepoint"]);
    const without = job && { ...job, details: { ...job.details, savepointPath: "", hasSavepoint: false } };
    expect(namesIn(fields(without, "trigger"))).toEqual(["reason"]);
  });

  it("for anything else: a reason alone", () => {
    for (const action of ["stop", "stop-with-savepoint", "cancel"] as const) {
      expect(namesIn(fields(FLINK_SAMPLES.running, action))).toEqual(["reason"]);
    }
    expect(textOf(fields(stored, "stop"))).toContain("stops whatever this artifact is running now");
  });
});

describe("a sequence's plan", () => {
  it("leads to each step's configuration and to the execution it started", () => {
    const plan = [
      { jobConfigurationName: "apache_log", jobConfigurationId: 3, trigger: true, jobExecutionId: 16 },
      { jobConfigurationName: "categorization", jobConfigurationId: 4, trigger: false },
    ];
    const markup = renderToStaticMarkup(<SequencePlan plan={plan} connection="datameer" />);
    expect([...markup.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      "/jobs/datameer/configuration/3",
      "/jobs/datameer/execution/16",
      "/jobs/datameer/configuration/4",
    ]);
    expect(textOf(markup)).toMatch(/Execution 16\s*triggered/);
    expect(textOf(markup)).toContain("not triggered");
  });

  it("of another shape is shown as it is", () => {
    expect(textOf(renderToStaticMarkup(<SequencePlan plan={["x"]} connection="datameer" />))).toContain('"x"');
  });
});
