import { relative } from "node:path";
import { z } from "zod";
import { summaryLine, type Tally } from "./tally";

/** What we read of vitest's JSON report. */
const VitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(""),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).default([]) }),
      ),
    }),
  ),
});

/** Counts tests. One that was skipped did not hold, and neither did a file that could not be loaded. */
export function readVitestReport(text: string, root: string): Tally {
  const tally: Tally = { passed: 0, failed: 0, problems: [] };
  const fail = (problem: string) => {
    tally.failed += 1;
    tally.problems.push(problem);
  };
  for (const file of VitestReport.parse(JSON.parse(text)).testResults) {
    const name = relative(root, file.name);
    for (const test of file.assertionResults) {
      if (test.status === "passed") tally.passed += 1;
      else {
        fail(`${name}: ${test.fullName}${test.status === "failed" ? "" : ` (${test.status})`}`);
        tally.problems.push(...test.failureMessages.map((message) => `  ${summaryLine(message)}`));
      }
    }
    const told = file.assertionResults.some(({ status }) => status === "failed");
    if (file.status === "failed" && !told) fail(`${name}: ${summaryLine(file.message) || "could not be run"}`);
    else if (file.assertionResults.length === 0) fail(`${name}: holds no test`);
  }
  return tally;
}
