import type { Random } from "../../kit/random";
import { documentSqlJobs } from "./document-jobs";
import { makeSqlJob } from "./make-sql-job";
import type { SqlJob } from "./sql-job";

/** The mean pause between two submissions: with lives of about five minutes some fifteen jobs are alive. */
export const SQL_ARRIVAL_MS = 20_000;

const RECENT = 45;
const QUARTER_HOUR = RECENT * SQL_ARRIVAL_MS;

/** `count` jobs in all, the documents' own among them: the newest as they arrive, the older ones ever further apart. */
export function seedSqlJobs(random: Random, now: number, count: number): SqlJob[] {
  const documents = documentSqlJobs();
  const made = Array.from({ length: Math.max(0, count - documents.length) }, (_, nth) => {
    const age = nth < RECENT ? nth * SQL_ARRIVAL_MS : Math.round(QUARTER_HOUR * (1 + (nth - RECENT) / 40) ** 2);
    return makeSqlJob(random, now - age - random.int(0, SQL_ARRIVAL_MS));
  });
  return [...documents, ...made.reverse()];
}
