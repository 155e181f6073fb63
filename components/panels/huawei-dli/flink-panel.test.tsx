import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { detailOf, factsOf, textOf } from "@/components/panels/detail-of.testkit";
import { FLINK_GROUPS } from "@/components/panels/huawei-dli/flink-groups";
import { FlinkPanel } from "@/components/panels/huawei-dli/flink-panel";
import { FlinkJob } from "@/lib/vendors/huawei-dli/flink/contract";
import { toSnapshot } from "@/lib/vendors/huawei-dli/flink/mapper";
import executeGraph from "@/lib/vendors/huawei-dli/fixtures/flink-execute-graph.json";
import draft from "@/lib/vendors/huawei-dli/fixtures/flink-detail-jar-draft.json";
import stopped from "@/lib/vendors/huawei-dli/fixtures/flink-detail-sql-stopped.json";

function render(document: Record<string, unknown>, graph: Record<string, unknown> | null = null): string {
  const snapshot = toSnapshot({
    job: FlinkJob.parse(document),
    document,
    executeGraph: graph,
    raw: {},
    consoleUrl: null,
  });
  return renderToStaticMarkup(<FlinkPanel job={detailOf("huawei-dli", snapshot)} />);
}
const labels = FLINK_GROUPS.flatMap(({ fields }) => fields.map(({ label }) => label));

describe("the catalogue of fields", () => {
  it("gives every field a label of its own", () => {
    expect(new Set(labels).size).toBe(labels.length);
  });

  it.each([
    ["JAR draft", draft.job_detail],
    ["SQL job", stopped.job_detail],
  ])("knows every field of the document's %s", (_, document) => {
    const { job_config: config, ...job } = document;
    const known = new Set(FLINK_GROUPS.flatMap(({ fields }) => fields.map(({ vendorKey }) => vendorKey)));
    const given = [...Object.keys(job), ...Object.keys(config).map((key) => `job_config.${key}`)];
    expect(given.filter((key) => !known.has(key))).toEqual([]);
  });
});

describe("the document's JAR job, a draft", () => {
  const facts = factsOf(render(draft.job_detail));

  it("tells apart what is set, default, null, empty and not given", () => {
    expect(facts.get("Program JAR")).toBe("FemaleInfoCollection.jar");
    expect(facts.get("Checkpointing")).toBe("off default");
    expect(facts.get("OBS bucket")).toBe("not set");
    expect(facts.get("Graph editor data")).toBe("empty");
    expect(facts.get("CUs per TaskManager")).toBe("not given");
  });

  it("writes units and enums out", () => {
    expect(facts.get("Checkpoint interval")).toBe("10 seconds default");
    expect(facts.get("Checkpoint mode")).toBe("exactly once exactly_once default");
    expect(facts.get("Idle state retention")).toBe("3,600 seconds (1 h) default");
    expect(facts.get("CUs asked for")).toBe("2 CUs default");
    expect(facts.get("Run mode")).toBe("on an exclusive cluster exclusive_cluster");
    expect(facts.get("Root job")).toBe("none");
    expect(facts.get("Dependency JARs")).toBe("FemaleInfoCollection.jar ObsBatchTest.jar");
  });

  it("shows a label for every field, given or not", () => {
    expect(labels.filter((label) => !facts.has(label))).toEqual([]);
  });

  it("says that nothing is said of billing", () => {
    expect(facts.get("Billing")).toContain("says nothing about billing");
  });
});

describe("the document's SQL job, stopped", () => {
  const markup = render(stopped.job_detail);
  const facts = factsOf(markup);

  it("puts special numbers and strategies in words", () => {
    expect(facts.get("Restarts at most")).toBe("no upper limit");
    expect(facts.get("Dirty data")).toBe("ignore it 0");
    expect(facts.get("SMN topic")).toBe("empty");
    expect(facts.get("Slots per TaskManager")).toBe("3 default");
    expect(facts.get("Checkpoint interval")).toBe("600 seconds (10 min)");
  });

  it("shows JSON that does not parse as the vendor wrote it", () => {
    expect(facts.get("Operator parallelism")).toBe("xxx as the vendor wrote it");
    expect(textOf(markup)).toContain("Execution graph as the vendor wrote it: its shape is not known to us xxx");
  });
});

describe("other settings", () => {
  const config = (part: Record<string, unknown>, job: Record<string, unknown> = {}) =>
    factsOf(render({ ...stopped.job_detail, ...job, job_config: { ...stopped.job_detail.job_config, ...part } }));

  it("are put in words", () => {
    const facts = config({
      dirty_data_strategy: "2:bucket/dir:a",
      real_cu_number: 0,
      resume_max_num: 3,
      runtime_config: '[{"key":"pipeline.object-reuse","value":"true"}]',
      operator_config: '{"operator_list":[{"id":"ab","parallelism":4}]}',
      static_estimator_config: '{"operator_list":[{"id":"ab","output_rate":2000},{"id":"cd","rate_factor":0.55}]}',
      resource_config: { max_slot: 4, taskmanager_resource_spec: { cpu: 1.5, memory: "4G" } },
    });
    expect(facts.get("Dirty data")).toBe("save it in bucket/dir:a 2:bucket/dir:a");
    expect(facts.get("CUs used")).toBe("as asked for: 2 CUs default");
    expect(facts.get("Restarts at most")).toBe("3 an hour");
    expect(facts.get("Runtime settings")).toContain("pipeline.object-reuse true");
    expect(facts.get("Operator parallelism")).toBe("ab: 4");
    expect(facts.get("Resource estimate")).toBe("ab: 2,000 records a second cd: passes on 0.55 of its input");
    expect(facts.get("TaskManager CPU cores")).toBe("1.5");
    expect(facts.get("TaskManager memory")).toBe("4G");
  });

  it("of an unexpected type, or unknown, are shown all the same", () => {
    const markup = render({
      ...stopped.job_detail,
      speculative_mode: "eager",
      job_config: { ...stopped.job_detail.job_config, cu_number: "many", new_switch: 7 },
    });
    expect(factsOf(markup).get("CUs asked for")).toBe("many");
    expect(textOf(markup)).toMatch(/More fields Speculative mode eager New switch 7/);
  });

  it("of image and version are found where older editions put them", () => {
    expect(config({ flink_version: undefined }, { flink_version: "1.12" }).get("Flink version")).toBe("1.12");
  });

  it("cannot smuggle markup in", () => {
    expect(render({ ...stopped.job_detail, desc: "<img src=x onerror=alert(1)>" })).not.toContain("<img");
  });
});

describe("a running job with Flink's live document", () => {
  const running = {
    ...stopped.job_detail,
    status: "job_running",
    restart_times: 2,
    savepoint_path: "b/jobs/savepoint/1/",
  };
  const markup = render(running, executeGraph.execute_graph);
  const facts = factsOf(markup);

  it("says what is billed, restarted and saved", () => {
    expect(facts.get("Billing")).toMatch(/^Billing has started: the job runs\. since/);
    expect(facts.get("Restarts")).toBe("2 (restarts by itself on exception, no upper limit)");
    expect(facts.get("Savepoint")).toContain("b/jobs/savepoint/1/");
  });

  it("has Flink's own states, those it entered, and the operators as a table", () => {
    expect(facts.get("Flink state")).toBe("RUNNING");
    expect(facts.get("Flink timestamps")).toMatch(/^CREATED .* RUNNING /);
    expect(facts.get("Flink timestamps")).not.toContain("FAILED");
    expect(textOf(markup)).toContain("Source: CARS");
    expect(textOf(markup)).toContain("50 records");
  });
});

describe("the course of a definition", () => {
  it("is create, start, update in this order, with the time between", () => {
    const markup = render(stopped.job_detail);
    const course = /<ol aria-label="Course of the definition".*?<\/ol>/s.exec(markup)?.[0] ?? "";
    expect([...course.matchAll(/Created|Started|Updated/g)].map(([word]) => word)).toEqual([
      "Created",
      "Started",
      "Updated",
    ]);
    expect(textOf(course)).toContain("9 d 6 h after created");
    expect(textOf(course)).toContain("4 h 24 min after started");
  });
  it("says of a start that is not told that it is not", () => {
    const course = /<ol aria-label="Course of the definition".*?<\/ol>/s.exec(render(draft.job_detail))?.[0] ?? "";
    expect(textOf(course)).toContain("not told");
    expect(textOf(course)).toContain("after created");
  });
});
