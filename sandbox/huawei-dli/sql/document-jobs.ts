import { PLAIN_COLUMNS } from "../catalogue/columns";
import { detailOf } from "../catalogue/sql-statements";
import type { SqlJob } from "./sql-job";

/** The job of the document "Querying Job Status". */
export const FINISHED_EXAMPLE = "208b08d4-0dc2-4dd7-8879-ddd4c020d7aa";
/** The job of the document "Querying the Job Execution Progress": its one subjob never gets anywhere. */
export const RUNNING_EXAMPLE = "85798b38-ae44-48eb-bb90-7cf0dcdafe7b";

const SUBMITTED = Date.parse("2020-07-27T09:24:03Z");

/** The jobs that the vendor's documents show, in the situation in which they show them. */
export function documentSqlJobs(): SqlJob[] {
  const common = {
    origin: "document",
    mode: "async",
    queue: "default",
    owner: "test",
    engine: "spark",
    cancel: "obeys",
    cancelLagMs: 3000,
    progress: "answers",
    failure: "",
  } as const;
  return [
    {
      ...common,
      id: FINISHED_EXAMPLE,
      type: "QUERY",
      statement: "select * from t1",
      startTime: 1509335108918,
      phases: [
        { status: "LAUNCHING", from: 1509335108918 },
        { status: "RUNNING", from: 1509335109418 },
        { status: "FINISHED", from: 1509335108918 + 2523 },
      ],
      subJobs: [],
      database: "dbtest",
      table: "tbtest",
      columns: PLAIN_COLUMNS,
      detail: detailOf(PLAIN_COLUMNS),
      inputSize: 22,
      resultCount: 4,
    },
    {
      ...common,
      id: RUNNING_EXAMPLE,
      type: "INSERT",
      statement: "insert into tbtest select * from t1",
      startTime: SUBMITTED - 3000,
      phases: [
        { status: "LAUNCHING", from: SUBMITTED - 3000 },
        { status: "RUNNING", from: SUBMITTED - 1000 },
      ],
      subJobs: [
        {
          id: 0,
          name: "runJob at FileFormatWriter.scala:266",
          stages: [{ id: 0, tasks: 1, skipped: false }],
          retried: 0,
          failed: 0,
          killed: {},
          slots: 4,
          from: SUBMITTED,
          to: Infinity,
          end: "SUCCEEDED",
        },
      ],
      database: "dbtest",
      table: "tbtest",
      detail: "",
      inputSize: 0,
      resultCount: 0,
    },
  ];
}
