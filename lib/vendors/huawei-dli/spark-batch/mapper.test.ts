import { describe, expect, it } from "vitest";
import { DliSparkBatchDetails } from "@/lib/contract/details/huawei-dli";
import { SparkBatch } from "@/lib/vendors/huawei-dli/spark-batch/contract";
import { toSnapshot } from "@/lib/vendors/huawei-dli/spark-batch/mapper";

const session = {
  id: "07a3e4e6-9a28-4e92-8d3f-9c538621a166",
  state: "running",
  appId: null,
  name: "nightly_features",
  owner: "ana",
  proxyUser: "",
  kind: "",
  log: ["line 1"],
  sc_type: "CUSTOMIZED",
  cluster_name: "spark_general",
  queue: "spark_general",
  create_time: 1_700_000_000_000,
  update_time: 1_700_000_060_000,
  duration: 45_000,
  req_body: '{"file":"jobs/app.jar"}',
};

function snapshotOf(document: Record<string, unknown>) {
  return toSnapshot({ batch: SparkBatch.parse(document), document, raw: {}, consoleUrl: null });
}

describe("a Spark batch", () => {
  it.each([
    ["starting", "starting", ["cancel"]],
    ["running", "running", ["cancel"]],
    ["recovering", "starting", ["cancel"]],
    ["success", "succeeded", []],
    ["Success", "succeeded", []],
    ["dead", "failed", []],
    ["DEAD", "failed", []],
    ["preempted", "unknown", []],
  ])("in %s is %s", (word, state, actions) => {
    expect(snapshotOf({ ...session, state: word })).toMatchObject({ state, vendorState: word, actions });
  });

  it("that is dead may be one that we cancelled", () => {
    expect(snapshotOf({ ...session, state: "dead" }).cancelledIfAsked).toBe(true);
    expect("cancelledIfAsked" in snapshotOf(session)).toBe(false);
  });

  it("says what the list shows, and ends when its record last changed", () => {
    expect(snapshotOf({ ...session, state: "success" })).toMatchObject({
      id: session.id,
      name: "nightly_features",
      owner: "ana",
      queue: "spark_general",
      submittedAt: "2023-11-14T22:13:20.000Z",
      endedAt: "2023-11-14T22:14:20.000Z",
      durationMs: 45_000,
    });
    expect(snapshotOf(session).endedAt).toBeNull();
  });

  it("holds every field, the submission parsed", () => {
    const { details } = snapshotOf(session);
    expect(details).toMatchObject({
      type: "huawei-dli/spark-batch",
      appId: null,
      proxyUser: "",
      scType: "CUSTOMIZED",
      clusterName: "spark_general",
      log: ["line 1"],
      createTime: 1_700_000_000_000,
      reqBody: session.req_body,
      reqBodyParsed: { file: "jobs/app.jar" },
    });
    expect(DliSparkBatchDetails.parse(details)).toEqual(details);
  });

  it("without a name goes by its id", () => {
    expect(snapshotOf({ ...session, name: "" }).name).toBe(session.id);
  });
});
