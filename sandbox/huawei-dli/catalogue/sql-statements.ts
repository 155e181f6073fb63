import type { Random } from "../../kit/random";
import { schemaOf, type Column } from "./columns";

export type SqlType =
  | "DDL"
  | "DCL"
  | "IMPORT"
  | "EXPORT"
  | "QUERY"
  | "INSERT"
  | "DATA_MIGRATION"
  | "UPDATE"
  | "DELETE"
  | "RESTART_QUEUE"
  | "SCALE_QUEUE";

/** A statement that the world can submit. `often` is its weight. */
export interface SqlTemplate {
  type: SqlType;
  often: number;
  database?: string;
  table?: string;
  columns?: readonly Column[];
  text(random: Random): string;
}

const day = (random: Random) =>
  `2026-${String(random.int(1, 10)).padStart(2, "0")}-${String(random.int(1, 28)).padStart(2, "0")}`;
const c = (name: string, type: Column["type"]): Column => ({ name, type });

export const SQL_TEMPLATES: readonly SqlTemplate[] = [
  {
    type: "QUERY",
    often: 6,
    database: "sales",
    table: "orders",
    columns: [c("region", "string"), c("orders", "long"), c("revenue", "decimal(18,2)")],
    text: (r) =>
      `SELECT region, COUNT(*) AS orders, SUM(amount) AS revenue\nFROM sales.orders\nWHERE dt = '${day(r)}' AND status <> 'VOID'\nGROUP BY region\nORDER BY revenue DESC`,
  },
  {
    type: "QUERY",
    often: 4,
    database: "events",
    table: "clicks",
    columns: [
      c("session_id", "string"),
      c("user_id", "long"),
      c("path", { array: "string" }),
      c("first_seen", "timestamp"),
    ],
    text: (r) =>
      `WITH ranked AS (\n  SELECT session_id, user_id, url, ts,\n         ROW_NUMBER() OVER (PARTITION BY session_id ORDER BY ts) AS n\n  FROM events.clicks WHERE dt >= '${day(r)}'\n)\nSELECT session_id, user_id, COLLECT_LIST(url) AS path, MIN(ts) AS first_seen\nFROM ranked WHERE n <= ${r.int(3, 20)} GROUP BY session_id, user_id`,
  },
  {
    type: "QUERY",
    often: 3,
    database: "crm",
    table: "customers",
    columns: [
      c("customer", {
        struct: [
          c("id", "long"),
          c("name", "string"),
          c("address", { struct: [c("city", "string"), c("zip", "string")] }),
        ],
      }),
      c("attributes", { map: ["string", "string"] }),
      c("lifetime_value", "double"),
    ],
    text: (r) =>
      `SELECT named_struct('id', id, 'name', name, 'address', named_struct('city', city, 'zip', zip)) AS customer,\n       attributes, lifetime_value\nFROM crm.customers WHERE lifetime_value > ${r.int(1, 90) * 1000} LIMIT 1000`,
  },
  {
    type: "INSERT",
    often: 6,
    database: "mart",
    table: "daily_revenue",
    text: (r) =>
      `INSERT OVERWRITE TABLE mart.daily_revenue PARTITION (dt='${day(r)}')\nSELECT o.store_id, p.category, SUM(o.amount) AS revenue, COUNT(DISTINCT o.customer_id) AS customers\nFROM sales.orders o JOIN dim.products p ON o.product_id = p.id\nGROUP BY o.store_id, p.category`,
  },
  {
    type: "INSERT",
    often: 4,
    database: "ods",
    table: "payments",
    text: (r) => `INSERT INTO ods.payments SELECT * FROM stage.payments_raw WHERE batch_id = ${r.int(10_000, 99_999)}`,
  },
  {
    type: "IMPORT",
    often: 2,
    database: "stage",
    table: "payments_raw",
    text: (r) =>
      `LOAD DATA INPATH 'obs://lake-landing/payments/${day(r)}/' INTO TABLE stage.payments_raw OPTIONS('DELIMITER'=',','HEADER'='true')`,
  },
  {
    type: "EXPORT",
    often: 2,
    database: "mart",
    table: "daily_revenue",
    text: (r) => `EXPORT TABLE mart.daily_revenue TO 'obs://lake-export/revenue/${day(r)}/' AS csv`,
  },
  {
    type: "DDL",
    often: 2,
    text: (r) =>
      `CREATE TABLE IF NOT EXISTS tmp.cohort_${r.hex(4)} (user_id BIGINT, cohort STRING, joined DATE) USING parquet PARTITIONED BY (joined)`,
  },
  { type: "DDL", often: 1, text: (r) => `ALTER TABLE sales.orders DROP PARTITION (dt='${day(r)}')` },
  { type: "DCL", often: 1, text: (r) => `GRANT SELECT ON DATABASE mart TO USER bi_report_${r.int(1, 9)}` },
  {
    type: "UPDATE",
    often: 1,
    database: "crm",
    table: "customers",
    text: (r) => `UPDATE crm.customers SET segment = 'dormant' WHERE last_order < '${day(r)}'`,
  },
  {
    type: "DELETE",
    often: 1,
    database: "events",
    table: "clicks",
    text: (r) => `DELETE FROM events.clicks WHERE dt < '${day(r)}' AND bot = true`,
  },
  {
    type: "DATA_MIGRATION",
    often: 1,
    text: (r) => `MIGRATE TABLE ods.payments TO 'obs://lake-cold/payments/${day(r)}/'`,
  },
  { type: "SCALE_QUEUE", often: 1, text: (r) => `SCALE QUEUE etl_queue TO ${r.int(2, 16) * 16} CUs` },
  { type: "RESTART_QUEUE", often: 1, text: () => "RESTART QUEUE adhoc_queue" },
];

/** A template by its weight, or one of a type. */
export function pickTemplate(random: Random, type?: SqlType): SqlTemplate {
  const fitting = SQL_TEMPLATES.filter((template) => type === undefined || template.type === type);
  return random.pick(fitting.flatMap((template) => Array<SqlTemplate>(template.often).fill(template)));
}

/** The `detail` of a statement: Spark's schema as JSON text, empty where there are no columns. */
export function detailOf(columns: readonly Column[] | undefined): string {
  return columns ? JSON.stringify(schemaOf(columns)) : "";
}
