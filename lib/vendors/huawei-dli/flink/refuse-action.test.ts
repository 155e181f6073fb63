import { describe, expect, it } from "vitest";
import { refuseFlinkAction } from "@/lib/vendors/huawei-dli/flink/refuse-action";
import type { ActionRequest } from "@/lib/vendors/types";

function refused(details: Record<string, unknown>, more: Partial<ActionRequest> = {}): string | null {
  const job = { run: null, vendorState: "job_cancel_success", details };
  return refuseFlinkAction({ action: "trigger", ...more, job })?.field ?? null;
}

describe("running a definition again", () => {
  it.each([[{ hasSavepoint: true }], [{ savepointPath: "bucket/savepoint/1/" }]])(
    "with %o asks whether to go on from it",
    (details) => {
      expect(refused(details)).toBe("resumeSavepoint");
      expect(refused(details, { resumeSavepoint: true })).toBeNull();
      expect(refused(details, { resumeSavepoint: false })).toBeNull();
    },
  );

  it.each([[{}], [{ hasSavepoint: false, savepointPath: null }], [{ savepointPath: "" }]])(
    "with %o asks nothing",
    (details) => {
      expect(refused(details)).toBeNull();
    },
  );

  it("is the only action that asks", () => {
    expect(refused({ hasSavepoint: true }, { action: "stop" })).toBeNull();
  });
});
