import { layOut, type Job, type Relationship, type Step } from "./job";

/** The ids under which a new sandbox answers each example of Dremio's Job page, field by field. */
export const SEED_IDS = {
  /** The first example on the page: the job object at its top. */
  top: "6j6c34cf-9drf-b07a-5ab7-abea69a66d01",
  /** The id of the page's own requests. */
  completed: "6j6c34cf-9drf-b07a-5ab7-abea69a66d00",
  canceled: "6j6c34cf-9drf-b07a-5ab7-abea69a66d02",
  failed: "6j6c34cf-9drf-b07a-5ab7-abea69a66d03",
  running: "6j6c34cf-9drf-b07a-5ab7-abea69a66d04",
} as const;

export type SeedName = keyof typeof SEED_IDS;

const ENDED_IN_DECEMBER = "2022-12-13T18:35:09.963Z";

/** All five, with the page's ids. */
export function seedJobs(): Job[] {
  return (Object.keys(SEED_IDS) as SeedName[]).map((name) => seedJob(name, SEED_IDS[name]));
}

/**
 * One example as a job whose life gives exactly that body. It is years old, so no listing shows it. The RUNNING one
 * runs until somebody cancels it.
 */
export function seedJob(name: SeedName, id: string): Job {
  switch (name) {
    case "top":
      return december(id, "63fd1c83-5cde-4133-9e2d-60543550580a", "65747723-2319-430p-8a36-3d40b26f45ae");
    case "completed":
      return december(id, "63fd1c83-2319-5962-8a36-60543550580a", "65747723-4133-9e2d-3k86-3d40b26f45ae");
    case "canceled":
      return {
        ...base(id, "2023-02-01T15:07:16.165Z", "15:07:17.124Z", "15:07:17.140Z", "15:07:18.691Z", "CANCELED"),
        queue: { name: "LARGE", id: "6ed7841e-e446-4536-8d47-361508e78c18" },
        cancellationReason: "Query cancelled by user 'USERNAME'",
      };
    case "failed":
      return {
        ...base(id, "2023-02-01T16:36:35.897Z", "16:36:37.389Z", "16:36:37.437Z", "16:37:36.098Z", "FAILED"),
        queue: { name: "LARGE", id: "3d04235f-3610-4dd3-95b6-6a29542eb600" },
        errorMessage:
          "ExecutionSetupException: One or more nodes lost connectivity during query. Identified nodes were [automaster-2.c.dremio-1093.internal:0].",
      };
    case "running":
      return {
        ...base(id, "2023-02-01T21:30:10.755Z", "21:30:11.743Z", "21:30:11.798Z", null, "RUNNING"),
        queue: { name: "LARGE", id: "f64ff0a0-a925-4dc9-be60-e0703ce3aa24" },
        queryType: "ACCELERATOR_CREATE",
        user: "$dremio$",
        rows: 2_682_474,
        keepsRows: true,
      };
  }
}

function december(id: string, considered: string, matched: string): Job {
  const relationships: Relationship[] = [
    { datasetId: "ef99ab32-aa47-4f4c-4d1c-d40f8035b846", reflectionId: considered, relationship: "CONSIDERED" },
    { datasetId: "596c489c-7949-485b-92a9-c32a4cb51fa2", reflectionId: matched, relationship: "MATCHED" },
  ];
  const ended = ENDED_IN_DECEMBER.slice(11);
  return {
    ...base(id, "2022-12-13T18:34:14.069Z", "18:34:14.977Z", "18:34:14.995Z", ended, "COMPLETED"),
    queue: { name: "LARGE", id: "f6a5ef4f-ce5c-4be4-95b2-092c36721dc5" },
    rows: 1_003_904,
    relationships,
  };
}

/** `asked`, `granted` and `ended` are times of the day on which it started; the four instants give the life. */
function base(id: string, started: string, asked: string, granted: string, ended: string | null, end: string): Job {
  const at = (time: string) => Date.parse(`${started.slice(0, 11)}${time}`);
  const start = Date.parse(started);
  const before: Step[] = [
    ["PENDING", 200],
    ["PLANNING", at(asked) - start - 200],
    ["QUEUED", at(granted) - at(asked)],
  ];
  const after: Step[] = ended
    ? [
        ["RUNNING", at(ended) - at(granted)],
        [end, 0],
      ]
    : [["RUNNING", 0]];
  const phases = layOut(start, [...before, ...after]);
  // An example that still runs keeps the row count that the page shows: there is no planned end to grow towards.
  if (!ended) for (const phase of phases) delete phase.plannedEnd;
  return {
    id,
    user: "USERNAME",
    queryType: "UI_RUN",
    sql: 'SELECT * FROM Samples."samples.dremio.com"."NYC-taxi-trips-iceberg"',
    phases,
    queue: null,
    engine: "",
    context: "",
    datasets: [],
    scanned: [],
    rows: 0,
    keepsRows: false,
    restampsStart: false,
    rowsScanned: 0,
    bytesScanned: 0,
    cost: 0,
    errorMessage: "",
    cancellationReason: "",
    relationships: [],
    cancelHabit: "sure",
    cancelAsked: null,
    listed: false,
    output: { kind: "rows" },
  };
}
