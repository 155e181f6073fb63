/** A dataset of the sandbox's lakehouse. */
export interface Dataset {
  id: string;
  path: string[];
  sql?: string;
}

/** A reflection on one of them; `status` is its combined status (2.7). */
export interface Reflection {
  id: string;
  name: string;
  type: "RAW" | "AGGREGATION";
  datasetId: string;
  status: string;
}

const CREATED = "2022-11-02T09:15:00.000Z";

export const DATASETS: readonly Dataset[] = [
  { id: "ef99ab32-aa47-4f4c-4d1c-d40f8035b846", path: ["Samples", "samples.dremio.com", "NYC-taxi-trips-iceberg"] },
  { id: "596c489c-7949-485b-92a9-c32a4cb51fa2", path: ["sales", "orders"] },
  { id: "0c1ad1c3-41a6-4a3b-8d2e-7f6c1d5a9e01", path: ["sales", "order_lines"] },
  { id: "0c1ad1c3-41a6-4a3b-8d2e-7f6c1d5a9e02", path: ["sales", "customers"] },
  {
    id: "0c1ad1c3-41a6-4a3b-8d2e-7f6c1d5a9e03",
    path: ["business", "orders_by_region"],
    sql: "SELECT region, order_date, SUM(amount) AS amount FROM sales.orders GROUP BY region, order_date",
  },
  { id: "0c1ad1c3-41a6-4a3b-8d2e-7f6c1d5a9e04", path: ["lake", "iot", "sensor_readings"] },
  { id: "0c1ad1c3-41a6-4a3b-8d2e-7f6c1d5a9e05", path: ["lake", "web", "clickstream"] },
  { id: "0c1ad1c3-41a6-4a3b-8d2e-7f6c1d5a9e06", path: ["finance", "ledger"] },
  { id: "0c1ad1c3-41a6-4a3b-8d2e-7f6c1d5a9e07", path: ["finance", "invoices 2026", "open.items"] },
];

export const REFLECTIONS: readonly Reflection[] = [
  reflection("63fd1c83-5cde-4133-9e2d-60543550580a", "taxi raw", "RAW", 0),
  reflection("65747723-2319-430p-8a36-3d40b26f45ae", "orders by day", "AGGREGATION", 1),
  reflection("63fd1c83-2319-5962-8a36-60543550580a", "taxi by vendor", "AGGREGATION", 0),
  reflection("65747723-4133-9e2d-3k86-3d40b26f45ae", "orders raw", "RAW", 1),
  reflection("7a1e4b90-51c2-4d9f-9a01-2c3d4e5f6a01", "orders_by_region agg", "AGGREGATION", 4),
  reflection("7a1e4b90-51c2-4d9f-9a01-2c3d4e5f6a02", "sensors raw", "RAW", 5, "CAN_ACCELERATE_WITH_FAILURES"),
  reflection("7a1e4b90-51c2-4d9f-9a01-2c3d4e5f6a03", "clicks by hour", "AGGREGATION", 6, "REFRESHING"),
  reflection("7a1e4b90-51c2-4d9f-9a01-2c3d4e5f6a04", "ledger raw", "RAW", 7, "FAILED"),
];

/** Jobs still name this reflection, but it was dropped: 404. */
export const DROPPED_REFLECTION = "7a1e4b90-51c2-4d9f-9a01-2c3d4e5f6aff";

function reflection(
  id: string,
  name: string,
  type: Reflection["type"],
  dataset: number,
  status = "CAN_ACCELERATE",
): Reflection {
  return { id, name, type, datasetId: DATASETS[dataset]?.id ?? "", status };
}

/** The body of `GET /api/v3/catalog/{id}`. */
export function datasetDocument(dataset: Dataset): Record<string, unknown> {
  return {
    entityType: "dataset",
    id: dataset.id,
    type: dataset.sql ? "VIRTUAL_DATASET" : "PHYSICAL_DATASET",
    path: dataset.path,
    createdAt: CREATED,
    tag: "1670956454000",
    ...(dataset.sql ? { sql: dataset.sql, sqlContext: ["business"] } : {}),
    fields: [
      { name: "id", type: { name: "BIGINT" } },
      { name: "region", type: { name: "VARCHAR" } },
      { name: "amount", type: { name: "DECIMAL", precision: 38, scale: 10 } },
    ],
  };
}

/** The body of `GET /api/v3/reflection/{id}`, with the names that Enterprise 26.x adds. */
export function reflectionDocument(entry: Reflection, now: number): Record<string, unknown> {
  const dataset = DATASETS.find(({ id }) => id === entry.datasetId);
  const failed = entry.status === "FAILED";
  return {
    id: entry.id,
    type: entry.type,
    name: entry.name,
    tag: "9d0f2c1e-0000-4b7d-8a55-1f2e3d4c5b6a",
    createdAt: CREATED,
    updatedAt: "2022-12-01T06:00:00.000Z",
    datasetId: entry.datasetId,
    currentSizeBytes: 48_211_904,
    totalSizeBytes: 96_423_808,
    enabled: true,
    status: {
      config: "OK",
      refresh: entry.status === "REFRESHING" ? "RUNNING" : "SCHEDULED",
      availability: failed ? "NONE" : "AVAILABLE",
      combinedStatus: entry.status,
      failureCount: failed ? 3 : 0,
      ...(failed ? { lastFailureMessage: "Source 'finance' was unavailable" } : {}),
      lastDataFetch: new Date(now - 3_600_000).toISOString(),
      expiresAt: new Date(now + 7_200_000).toISOString(),
    },
    datasetName: dataset?.path.at(-1),
    datasetType: dataset?.sql ? "VIRTUAL_DATASET" : "PHYSICAL_DATASET",
    reflectionMode: "MANUAL",
    recordCount: 1_003_904,
    consideredCount: 41,
    matchedCount: 17,
    acceleratedCount: 12,
    canView: true,
    entityType: "reflection",
  };
}
