import { at } from "@/components/preview/samples/jobs";
import { SAMPLE_VENDORS } from "@/components/preview/samples/vendors";
import { type Connection, type ConnectionList, HEALTHS } from "@/lib/contract/connection";

const kind = (kind: string, label: string, detailsType: string, definition = false) => ({
  kind,
  label,
  detailsType,
  definition,
  actions: [],
});
const KINDS: Record<string, Connection["kinds"]> = {
  dremio: [kind("query", "Query", "dremio/query")],
  "huawei-dli": [
    kind("sql", "SQL job", "huawei-dli/sql"),
    kind("flink", "Flink job", "huawei-dli/flink", true),
    kind("spark-batch", "Spark batch", "huawei-dli/spark-batch"),
  ],
  datameer: [
    kind("execution", "Execution", "datameer/execution"),
    kind("configuration", "Job configuration", "datameer/configuration", true),
  ],
};

/** A connection that answers; `part` replaces what it speaks of. */
export function sampleConnection(part: Partial<Connection> = {}): Connection {
  const { id = "lake", vendor = "dremio" } = part;
  return {
    id,
    name: "Dremio lakehouse",
    vendor,
    vendorLabel: SAMPLE_VENDORS.find((one) => one.id === vendor)?.label ?? vendor,
    baseUrl: "https://dremio.test:9047",
    origin: "file",
    health: "ok",
    since: at(1),
    lastAnswerAt: at(5, 58),
    lastErrorAt: null,
    lastError: null,
    notice: null,
    nextPollAt: at(6, 13),
    pollSeconds: 15,
    quickSeconds: 2,
    budget: { perMinute: 240, spent: 20 },
    jobs: { active: 40, skippedRows: 0 },
    skipped: [],
    hasSecret: true,
    paused: false,
    authType: "token",
    settings: {},
    kinds: KINDS[vendor] ?? [],
    ...part,
  };
}

const trouble = {
  lastErrorAt: at(5, 50),
  lastError: { code: "unavailable", message: "HTTP 502, with a page of HTML instead of JSON" },
};

export const WORKING = sampleConnection();
export const SLOW = sampleConnection({
  id: "dli-north",
  name: "DLI, north",
  vendor: "huawei-dli",
  baseUrl: "https://dli.test",
  health: "slow",
  lastErrorAt: at(5, 20),
  lastError: { code: "rate_limited", message: "HTTP 429: the request rate exceeds the limit" },
  pollSeconds: 5,
  quickSeconds: 6,
  budget: { perMinute: 300, spent: 288 },
  jobs: { active: 1204, skippedRows: 3 },
  skipped: [
    { id: "85798b38-ae44-48eb-bb90-7cf0dcdafe7b", reason: "status: expected a text, got a number", at: at(4) },
    { id: null, reason: "job_id: is missing", at: at(3) },
  ],
  authType: "aksk",
  settings: { projectId: "330e068af1334c9782f4226acc00a2e2", subjobTimeZone: "Asia/Shanghai" },
  notice: { code: "listing_forbidden", message: "Other users' jobs may not be listed: only one's own are shown." },
});
export const FAILING = sampleConnection({
  id: "datameer",
  name: "Datameer",
  vendor: "datameer",
  baseUrl: "https://datameer.test",
  origin: "stored",
  health: "failing",
  since: at(2),
  lastAnswerAt: at(1, 50),
  ...trouble,
  nextPollAt: at(7, 40),
  jobs: { active: 7, skippedRows: 0 },
  authType: "basic",
  settings: { timeZone: "Asia/Shanghai", configurations: [{ id: 4, fileId: 48 }, { id: 17 }] },
});
export const PAUSED = sampleConnection({
  id: "lake-old",
  name: "Dremio, the old one",
  health: "paused",
  origin: "stored",
  paused: true,
  nextPollAt: null,
  budget: { perMinute: 240, spent: 0 },
  jobs: { active: 0, skippedRows: 0 },
});
export const STARTING = sampleConnection({
  id: "lake-new",
  name: "Dremio, the new one",
  health: "starting",
  lastAnswerAt: null,
  nextPollAt: null,
  jobs: { active: 0, skippedRows: 0 },
  budget: { perMinute: 240, spent: 0 },
});

/** One in every health. */
export const SAMPLE_CONNECTIONS: readonly Connection[] = [WORKING, SLOW, FAILING, PAUSED, STARTING].sort(
  (a, b) => HEALTHS.indexOf(a.health) - HEALTHS.indexOf(b.health),
);

export const connectionList = (items: readonly Connection[], more: Partial<ConnectionList> = {}): ConnectionList => ({
  items: [...items],
  fileProblem: null,
  vendors: [...SAMPLE_VENDORS],
  ...more,
});

/** Answers of a connection's test. */
export const TEST_OK = { ok: true, code: null, message: "It answers, and its jobs can be listed.", ms: 184 };
export const TEST_BAD = {
  ok: false,
  code: "unauthorized",
  message: "HTTP 401: the token is not accepted. It may have expired.",
  ms: 96,
};
