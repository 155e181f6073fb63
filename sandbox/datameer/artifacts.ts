import { Random } from "../kit/random";

export type ArtifactType = "import-job" | "workbook" | "export-job";

/** One thing in the File Browser that can be run. */
export interface Artifact {
  configurationId: number;
  fileId: number;
  uuid: string;
  path: string;
  name: string;
  type: ArtifactType;
  owner: "admin" | "analyst";
  /** Only an administrator learns that it exists. */
  private: boolean;
  /** `data`: runs when an upstream artifact has new data. `never`: has no run at all. */
  starts: "schedule" | "data" | "manual" | "never";
  /** Configuration ids whose data it reads. */
  upstream: number[];
  meanRunMs: number;
  ends: "mixed" | "well" | "warned" | "badly";
  records: number;
  /** Whether the server can estimate its runs at all. */
  estimates: boolean;
}

type Row = [configurationId: number, fileId: number, path: string, more?: Partial<Artifact>];

const minute = 60_000;

/** The artifacts of the default world. Ids up to 20 and files 4, 46, 48 are the ones of the page's examples. */
const rows: Row[] = [
  [3, 4, "/Data/ImportJobs/apache_log.imp", { meanRunMs: 2 * minute, records: 494_400, ends: "well" }],
  [
    4,
    48,
    "/Analytics/Workbooks/categorization.wbk",
    {
      starts: "data",
      upstream: [3],
      owner: "analyst",
      uuid: "f8d450cd-f065-4abb-a232-27cd20c48c2b",
      meanRunMs: 3 * minute,
    },
  ],
  [5, 46, "/Data/ImportJobs/web_orders.imp", { starts: "manual", records: 18_000 }],
  [
    12,
    21,
    "/Data/ImportJobs/URLS.imp",
    { starts: "manual", records: 494_400, uuid: "2d5d3741-9f5d-42e1-9d54-e38c849f3a5a" },
  ],
  [17, 60, "/Data/ImportJobs/clickstream.imp", { meanRunMs: 6 * minute, records: 2_400_000 }],
  [18, 61, "/Data/ImportJobs/crm_contacts.imp", { meanRunMs: 4 * minute, estimates: false }],
  [19, 62, "/Data/ImportJobs/payment_events.imp", { meanRunMs: 5 * minute, estimates: false, records: 900_000 }],
  [20, 63, "/Data/ImportJobs/sensor_readings.imp", { meanRunMs: 7 * minute, estimates: false, records: 31_000_000 }],
  [21, 50, "/Data/ImportJobs/never_run.imp", { starts: "never" }],
  [22, 64, "/Data/ImportJobs/supplier_invoices.imp", { ends: "warned", owner: "analyst" }],
  [23, 65, "/Data/ImportJobs/legacy_mainframe.imp", { ends: "badly" }],
  [24, 66, "/Data/ImportJobs/store_returns.imp", { owner: "analyst", meanRunMs: minute }],
  [25, 67, "/Data/FileUploads/exchange_rates.upl", { starts: "manual", meanRunMs: 20_000, records: 170 }],
  [26, 68, "/Data/ImportJobs/客户 主数据.imp", { meanRunMs: 2 * minute }],
  [27, 69, "/Data/Private/salaries.imp", { private: true, meanRunMs: 2 * minute }],
  [
    28,
    70,
    "/Data/ImportJobs/a_name_that_somebody_wrote_as_if_the_file_browser_had_no_other_place_for_a_description_of_what_it_does.imp",
    { meanRunMs: 90_000 },
  ],
  [30, 72, "/Analytics/Workbooks/clickstream_preprocessing.wbk", { starts: "data", upstream: [17] }],
  [31, 73, "/Analytics/Workbooks/clickstream_analytics.wbk", { starts: "data", upstream: [30], owner: "analyst" }],
  [32, 74, "/Analytics/Workbooks/fraud_scores.wbk", { starts: "data", upstream: [19], meanRunMs: 8 * minute }],
  [
    33,
    75,
    "/Analytics/Workbooks/customer_360.wbk",
    { starts: "schedule", upstream: [18, 19, 26], meanRunMs: 9 * minute },
  ],
  [34, 76, "/Analytics/Workbooks/sensor_anomalies.wbk", { starts: "data", upstream: [20] }],
  [35, 77, "/Analytics/Workbooks/returns_by_store.wbk", { starts: "data", upstream: [24], owner: "analyst" }],
  [36, 78, "/Analytics/Workbooks/supplier_scorecard.wbk", { starts: "data", upstream: [22] }],
  [37, 79, "/Analytics/Workbooks/payroll.wbk", { starts: "data", upstream: [27], private: true }],
  [38, 80, "/Analytics/Workbooks/scratch.wbk", { starts: "manual", upstream: [24], owner: "analyst" }],
  [40, 82, "/Exports/fraud_scores_to_dwh.exp", { starts: "data", upstream: [32] }],
  [41, 83, "/Exports/clickstream_to_tableau.exp", { starts: "data", upstream: [31], owner: "analyst" }],
  [42, 84, "/Exports/returns_mail.exp", { starts: "data", upstream: [35], meanRunMs: 30_000 }],
  [43, 85, "/Exports/nightly_archive.exp", { starts: "schedule", meanRunMs: 4 * minute }],
  [44, 86, "/Exports/customer_360_to_crm.exp", { starts: "manual", upstream: [33] }],
];

const types: Record<string, ArtifactType> = {
  imp: "import-job",
  upl: "import-job",
  wbk: "workbook",
  exp: "export-job",
};

/** An artifact at a path; the ending decides its type (vendor page, identity). */
export function artifactAt(
  configurationId: number,
  fileId: number,
  path: string,
  random: Random,
  more: Partial<Artifact> = {},
): Artifact {
  const file = path.slice(path.lastIndexOf("/") + 1);
  const dot = file.lastIndexOf(".");
  return {
    configurationId,
    fileId,
    uuid: random.uuid(),
    path,
    name: file.slice(0, dot),
    type: types[file.slice(dot + 1)] ?? "import-job",
    owner: "admin",
    private: false,
    starts: "schedule",
    upstream: [],
    meanRunMs: random.int(60_000, 5 * minute),
    ends: "mixed",
    records: random.int(500, 500_000),
    estimates: true,
    ...more,
  };
}

/** The artifacts of a world of `count`: the fixed thirty first, then import jobs, workbooks on them and exports. */
export function artifactsOf(count: number, seed: number): Artifact[] {
  const random = new Random(seed);
  const artifacts = rows.slice(0, count).map((row) => artifactAt(row[0], row[1], row[2], random, row[3]));
  for (let index = artifacts.length; index < count; index++) {
    const group = String(Math.floor(index / 100)).padStart(3, "0");
    const [id, file] = [100 + index, 200 + 2 * index];
    const imported = `/Data/Bulk/${group}/feed_${index}.imp`;
    if (index % 3 === 0) artifacts.push(artifactAt(id, file, imported, random));
    else if (index % 3 === 1) {
      const upstream = [id - 1];
      artifacts.push(
        artifactAt(id, file, `/Analytics/Bulk/${group}/book_${index}.wbk`, random, { starts: "data", upstream }),
      );
    } else artifacts.push(artifactAt(id, file, `/Exports/Bulk/${group}/export_${index}.exp`, random));
  }
  return artifacts;
}
