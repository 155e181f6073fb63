import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { detailOf, factsOf, textOf } from "@/components/panels/detail-of.testkit";
import { ConfigurationPanel } from "@/components/panels/datameer/configuration-panel";
import { ExecutionPanel } from "@/components/panels/datameer/execution-panel";
import { CONFIGURATION_SAMPLES, EXECUTION_SAMPLES } from "@/components/panels/datameer/samples";
import { cannedContext, fixture } from "@/lib/vendors/datameer/canned.testkit";
import { readDetails, readStatus } from "@/lib/vendors/datameer/client";
import { configurationSnapshot, executionSnapshot } from "@/lib/vendors/datameer/mapper";
import { factsOf as runFactsOf, fromDetails, fromStatus } from "@/lib/vendors/datameer/run-facts";
import type { JobDetail } from "@/lib/contract/job";

const sample = (samples: Record<string, JobDetail>, name: string): JobDetail => {
  const found = samples[name];
  if (!found) throw new Error(`There is no sample ${name}.`);
  return found;
};

async function executionMarkup(name: string): Promise<string> {
  const { ctx } = cannedContext({ "GET /rest/job-execution/job-details/30": fixture(name) });
  const read = await readDetails(ctx, "30");
  if (!read) throw new Error("The document is read.");
  const facts = { ...runFactsOf(ctx, [fromDetails(read, "30")]), executionId: "30" };
  return renderToStaticMarkup(<ExecutionPanel job={detailOf("datameer", executionSnapshot(ctx, facts))} />);
}

async function statusMarkup(name: string): Promise<string> {
  const { ctx } = cannedContext({ "GET /api/job-execution/48/status": fixture(name) });
  const snapshot = configurationSnapshot(ctx, "4", runFactsOf(ctx, [fromStatus(await readStatus(ctx, "48"))]));
  return renderToStaticMarkup(<ConfigurationPanel job={detailOf("datameer", snapshot)} />);
}

describe("the details of the vendor's page", () => {
  it("before 7.4: counters in groups, readable, with every digit for readers", async () => {
    const markup = await executionMarkup("details-before-7.4");
    const facts = factsOf(markup);
    expect(facts.get("Import records")).toBe("494,400");
    expect(facts.get("Import bytes")).toBe("23.9 MB 23.9 MB, exactly 23,911,522 B");
    expect(facts.get("Import dropped records")).toBe("0");
    expect(textOf(markup)).toMatch(/Records Import records .* Bytes .* Dropped .* Preview .* Partitions/);
    expect(facts.get("Success count")).toBe("494,400");
    expect(facts.get("Failure count")).toBe("0");
    expect(facts.get("File ID")).toBe("not given");
  });

  it("since 7.4: the file, and a link to the configuration", async () => {
    const markup = await executionMarkup("details-7.4");
    const facts = factsOf(markup);
    expect(facts.get("Configuration ID")).toBe("4");
    expect(markup).toMatch(/<a [^>]*href="\/jobs\/datameer\/configuration\/4"/);
    expect([facts.get("File ID"), facts.get("UUID")]).toEqual(["6", "f8d450cd-f065-4abb-a232-27cd20c48c2b"]);
    expect(facts.get("Start")).toContain("Jul 18, 2018 1:46:38 PM in Asia/Shanghai");
  });
});

describe("the status of the vendor's page", () => {
  it("running: progress 0 is 0, the estimate with its own text", async () => {
    const facts = factsOf(await statusMarkup("status-running"));
    expect(facts.get("Progress")).toBe("0 %");
    expect(facts.get("Estimated time")).toBe("11 s 11s");
  });

  it("queued: nobody told progress or start", async () => {
    const facts = factsOf(await statusMarkup("status-queued"));
    expect(facts.get("Progress")).toBe("not told");
    expect(facts.get("Start")).toBe("none");
  });

  it("completed: no progress to speak of", async () => {
    expect(factsOf(await statusMarkup("status-completed")).has("Progress")).toBe(false);
  });
});

describe("what to look at", () => {
  const markup = renderToStaticMarkup(<ExecutionPanel job={sample(EXECUTION_SAMPLES, "with warnings")} />);
  const facts = factsOf(markup);

  it("is said in words, not by colour alone", () => {
    expect(facts.get("Failure count")).toBe("Attention: 12");
    expect(facts.get("Import dropped records")).toBe("Attention: 12");
    expect(facts.get("Exotic thing")).toContain("9,007,199,254,740,993");
  });

  it("says when a time may be wrong", () => {
    expect(facts.get("Start")).toContain("that hour stands twice");
    expect(textOf(markup)).toContain("It stops before it starts");
  });

  it("lists the runs of the configuration as links, this one marked", () => {
    expect(markup.match(/href="\/jobs\/datameer\/execution\/\d+"/g)?.length).toBe(41);
    expect(textOf(markup)).toContain("403 this run");
    expect(textOf(markup)).toContain("not known");
  });
});

describe("stored data", () => {
  it("has a delete for whoever may, by its id", () => {
    const job = sample(CONFIGURATION_SAMPLES, "may be deleted");
    expect(renderToStaticMarkup(<ConfigurationPanel job={job} />)).toContain('aria-label="Delete data 19372"');
    const viewer = renderToStaticMarkup(<ConfigurationPanel job={{ ...job, actions: [] }} />);
    expect(textOf(viewer)).toContain("19372");
    expect(viewer).not.toContain("Delete data");
  });

  it("that there is none is said", () => {
    expect(
      textOf(renderToStaticMarkup(<ConfigurationPanel job={sample(CONFIGURATION_SAMPLES, "never run")} />)),
    ).toContain("It holds no data.");
  });
});
