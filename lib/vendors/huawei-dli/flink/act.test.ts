import { describe, expect, it } from "vitest";
import { VendorError } from "@/lib/vendors/errors";
import { readAnswer } from "@/lib/vendors/huawei-dli/flink/act";

function answered(answer: unknown) {
  try {
    return readAnswer(answer, "POST /v1.0/{project_id}/streaming/jobs/stop");
  } catch (error) {
    if (error instanceof VendorError) return { refused: error.reason, message: error.message, code: error.vendorCode };
    throw error;
  }
}

const yes = { is_success: "true", message: "The request for stopping DLI jobs is delivered." };
const no = { is_success: "false", message: "DLI.0003: Permission denied for resource 'jobs.flink.128'" };

describe("the answer to run and stop", () => {
  it.each([
    ["one element", [yes]],
    ["an element for each of several jobs", [yes, yes]],
    ["a bare object", yes],
    ["a boolean", [{ ...yes, is_success: true }]],
    ["one yes among several", [no, yes]],
  ])("%s is accepted", (_, answer) => {
    expect(answered(answer)).toEqual({ message: yes.message });
  });

  it("an array without elements is a delivered request", () => {
    expect(answered([])).toEqual({ message: null });
  });

  it.each([
    ["in an array", [no]],
    ["as an object", no],
  ])("a refusal %s has the vendor's words and its code's reason", (_, answer) => {
    expect(answered(answer)).toEqual({ refused: "forbidden", message: no.message, code: "DLI.0003" });
  });

  it("a refusal without a code is rejected", () => {
    expect(answered([{ is_success: false, message: "The job is not running." }])).toMatchObject({
      refused: "rejected",
      message: "The job is not running.",
    });
  });

  it.each([[{}], [[{ message: "ok" }]], [null], ["true"]])("%j says neither: nobody knows", (answer) => {
    expect(answered(answer)).toMatchObject({ refused: "unavailable" });
  });
});
