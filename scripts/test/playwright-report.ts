import { z } from "zod";
import { summaryLine, type Tally } from "./tally";

const Result = z.object({
  errors: z
    .array(z.object({ message: z.string().default(""), location: z.object({ line: z.number() }).optional() }))
    .default([]),
});

const Spec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(z.object({ status: z.string(), results: z.array(Result).default([]) })),
});

interface Suite {
  specs?: z.infer<typeof Spec>[];
  suites?: Suite[];
}

const Suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(Spec).optional(), suites: z.array(Suite).optional() }),
);

/** What we read of Playwright's JSON report. */
const PlaywrightReport = z.object({
  suites: z.array(Suite),
  errors: z.array(z.object({ message: z.string().optional() })).default([]),
});

/** Counts tests. Skipped is not passed, and neither is one that held only at the second try. */
export function readPlaywrightReport(text: string): Tally {
  const report = PlaywrightReport.parse(JSON.parse(text));
  const tally: Tally = { passed: 0, failed: 0, problems: [] };
  const visit = ({ specs = [], suites = [] }: Suite) => {
    for (const { title, file, line, tests } of specs) {
      for (const { status, results } of tests) {
        if (status === "expected") tally.passed += 1;
        else {
          tally.failed += 1;
          tally.problems.push(`${file}:${line}: ${title}${status === "unexpected" ? "" : ` (${status})`}`);
          for (const { message, location } of results.flatMap(({ errors }) => errors)) {
            tally.problems.push(`  line ${location?.line ?? "unknown"}: ${summaryLine(message)}`);
          }
        }
      }
    }
    suites.forEach(visit);
  };
  report.suites.forEach(visit);
  for (const { message } of report.errors) {
    tally.failed += 1;
    tally.problems.push(summaryLine(message ?? "an error outside any test"));
  }
  return tally;
}
