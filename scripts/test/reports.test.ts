import { describe, expect, it } from "vitest";
import { readPlaywrightReport } from "./playwright-report";
import { exitCode, lastLine, oneCheck, sum, withExitCode } from "./tally";
import { readVitestReport } from "./vitest-report";

const file = (name: string, status: string, tests: Record<string, string>, message = "") => ({
  name: `/root/${name}`,
  status,
  message,
  assertionResults: Object.entries(tests).map(([fullName, result]) => ({ fullName, status: result })),
});
const vitest = (...testResults: unknown[]) => readVitestReport(JSON.stringify({ testResults }), "/root");

describe("vitest's report", () => {
  it("counts what passed and names what failed", () => {
    const tally = vitest(
      file("a.test.ts", "passed", { one: "passed", two: "passed" }),
      file("b.test.ts", "failed", { three: "failed" }),
    );
    expect(tally).toEqual({ passed: 2, failed: 1, problems: ["b.test.ts: three"] });
  });

  it("tells in one line why a test failed, and leaves out where it passed by", () => {
    const { name, status, assertionResults } = file("a.test.ts", "failed", { one: "failed" });
    const message = "AssertionError: expected 1 to be 2\n    at /root/a.test.ts:3:1\n    at run";
    const told = { name, status, assertionResults: [{ ...assertionResults[0], failureMessages: [message] }] };
    expect(vitest(told).problems).toEqual(["a.test.ts: one", "  AssertionError: expected 1 to be 2"]);
  });

  it("takes skipped, planned and pending tests for failures", () => {
    const tally = vitest(file("a.test.ts", "passed", { one: "skipped", two: "todo", three: "pending" }));
    expect(tally).toMatchObject({ passed: 0, failed: 3 });
    expect(tally.problems[0]).toBe("a.test.ts: one (skipped)");
  });

  it("takes a file that does not load, and one without tests, for a failure", () => {
    const tally = vitest(file("a.test.ts", "failed", {}, "Cannot find module\n at x"), file("b.test.ts", "passed", {}));
    expect(tally.problems).toEqual(["a.test.ts: Cannot find module", "b.test.ts: holds no test"]);
    const late = vitest(file("c.test.ts", "failed", { one: "passed" }, "afterAll broke"));
    expect(late).toEqual({ passed: 1, failed: 1, problems: ["c.test.ts: afterAll broke"] });
  });
});

describe("Playwright's report", () => {
  const spec = (title: string, status: string) => ({ title, file: "jobs.spec.ts", line: 7, tests: [{ status }] });

  it("counts through nested suites; skipped and flaky did not hold", () => {
    const suites = [
      {
        specs: [spec("a", "expected")],
        suites: [{ specs: [spec("b", "unexpected"), spec("c", "skipped"), spec("d", "flaky")] }],
      },
    ];
    expect(readPlaywrightReport(JSON.stringify({ suites, errors: [] }))).toEqual({
      passed: 1,
      failed: 3,
      problems: ["jobs.spec.ts:7: b", "jobs.spec.ts:7: c (skipped)", "jobs.spec.ts:7: d (flaky)"],
    });
  });

  it("tells in one line, without colours, which expectation did not hold", () => {
    const message = "Error: \u001b[2mexpect(\u001b[22mlocator).toBeVisible() failed\n\nReceived: hidden\n  at x:1";
    const results = [{ errors: [{ message, location: { line: 9 } }] }];
    const suites = [{ specs: [{ ...spec("a", "unexpected"), tests: [{ status: "unexpected", results }] }] }];
    expect(readPlaywrightReport(JSON.stringify({ suites })).problems).toEqual([
      "jobs.spec.ts:7: a",
      "  line 9: Error: expect(locator).toBeVisible() failed | Received: hidden",
    ]);
  });

  it("counts errors outside any test", () => {
    const report = { suites: [], errors: [{ message: "Error: the server did not start\n at x" }] };
    expect(readPlaywrightReport(JSON.stringify(report)).problems).toEqual(["Error: the server did not start"]);
  });
});

describe("the count", () => {
  it("adds up to the last line", () => {
    const total = sum([
      oneCheck(true, "types"),
      { passed: 40, failed: 2, problems: ["x", "y"] },
      oneCheck(false, "lint"),
    ]);
    expect(lastLine(total)).toBe("41 passed, 3 failed");
    expect(total.problems).toEqual(["x", "y", "lint"]);
    expect(exitCode(total)).toBe(1);
  });

  it("is a success only where something ran and nothing failed", () => {
    expect(exitCode(sum([oneCheck(true, "")]))).toBe(0);
    expect(exitCode(sum([]))).toBe(1);
  });

  it("believes a runner's exit code over its report", () => {
    const fine = { passed: 3, failed: 0, problems: [] };
    expect(withExitCode(fine, 0)).toEqual(fine);
    expect(withExitCode(fine, 1)).toMatchObject({ passed: 3, failed: 1 });
    expect(withExitCode({ passed: 0, failed: 0, problems: [] }, 0)).toMatchObject({
      failed: 1,
      problems: ["no test ran"],
    });
    expect(withExitCode({ passed: 3, failed: 1, problems: ["x"] }, 1)).toMatchObject({ failed: 1 });
  });
});
