import type { Random } from "../kit/random";
import { DATASETS, DROPPED_REFLECTION, REFLECTIONS } from "./catalog";
import type { Relationship } from "./job";
import type { QueueRole } from "./queues";

/** What somebody asks of the lakehouse: the text and what follows from it. */
export interface Statement {
  sql: string;
  user: string;
  queryType: string;
  /** Null: never distributed, jumps from planning to running and asks for no resources (3.2). */
  role: QueueRole | null;
  datasets: number[];
  writes: boolean;
}

const PEOPLE = ["analyst_eu", "analyst_us", "finance_ops", "data_science", "operator", "restricted"];
const SERVICES = ["svc_etl", "svc_tableau", "bi_reader", "dbt_runner"];
const REGIONS = ["EMEA", "APAC", "AMER", "LATAM", "Île-de-France", "São Paulo"];

type Draw = (random: Random) => Statement;

const DRAWS: readonly (readonly [weight: number, draw: Draw])[] = [
  [
    12,
    (r) => ask(r, "UI_RUN", "small", [1], `SELECT * FROM sales.orders WHERE region = '${r.pick(REGIONS)}' LIMIT 1000`),
  ],
  [
    9,
    (r) =>
      ask(
        r,
        "UI_RUN",
        "large",
        [0],
        `SELECT passenger_count, AVG(fare_amount)\nFROM Samples."samples.dremio.com"."NYC-taxi-trips-iceberg"\nWHERE pickup_datetime >= TIMESTAMP '${day(r)} 00:00:00'\nGROUP BY 1\nORDER BY 2 DESC`,
      ),
  ],
  [6, (r) => ask(r, "UI_PREVIEW", "preview", [6], "SELECT * FROM lake.web.clickstream")],
  [
    9,
    (r) =>
      serve(
        r,
        "JDBC",
        "large",
        [1, 2, 3],
        `/* tableau */ SELECT c.segment, o.order_date, SUM(l.quantity * l.price) AS revenue FROM sales.orders o JOIN sales.order_lines l ON l.order_id = o.id JOIN sales.customers c ON c.id = o.customer_id WHERE o.order_date BETWEEN DATE '${day(r)}' AND CURRENT_DATE GROUP BY c.segment, o.order_date`,
      ),
  ],
  [
    6,
    (r) =>
      serve(
        r,
        "ODBC",
        "small",
        [4],
        `SELECT region, amount FROM business.orders_by_region WHERE region IN ('${r.pick(REGIONS)}', '${r.pick(REGIONS)}')`,
      ),
  ],
  [
    6,
    (r) =>
      serve(
        r,
        "FLIGHT",
        "large",
        [5],
        `SELECT sensor_id, ts, value FROM lake.iot.sensor_readings WHERE ts > NOW() - INTERVAL '${r.int(1, 48)}' HOUR AND sensor_id % 16 = ${r.int(0, 15)}`,
      ),
  ],
  [
    6,
    (r) =>
      serve(
        r,
        "REST",
        "large",
        [1],
        `CREATE TABLE lake.marts.orders_${r.int(100, 999)} AS SELECT * FROM sales.orders WHERE order_date = DATE '${day(r)}'`,
        true,
      ),
  ],
  [
    5,
    (r) =>
      serve(
        r,
        "REST",
        "small",
        [7],
        `MERGE INTO finance.ledger t USING staging.ledger_delta s ON t.id = s.id WHEN MATCHED THEN UPDATE SET amount = s.amount WHEN NOT MATCHED THEN INSERT (id, amount) VALUES (s.id, s.amount)`,
        true,
      ),
  ],
  [
    4,
    (r) =>
      ask(
        r,
        "UI_RUN",
        "large",
        [7, 8],
        `-- open items, all ledgers\nSELECT l.account, SUM(l.amount) AS open_amount\nFROM finance.ledger l\nLEFT JOIN finance."invoices 2026"."open.items" i ON i.ledger_id = l.id\nWHERE i.paid_at IS NULL AND l.amount > ${r.int(1, 900) * 100}.00\nGROUP BY l.account`,
      ),
  ],
  [3, (r) => ask(r, "UI_EXPORT", "small", [3], "SELECT id, name, segment FROM sales.customers")],
  [
    4,
    (r) =>
      ask(
        r,
        "UI_RUN",
        null,
        [],
        r.pick([
          "SHOW TABLES IN sales",
          "EXPLAIN PLAN FOR SELECT COUNT(*) FROM sales.orders",
          "ALTER TABLE lake.web.clickstream REFRESH METADATA",
          "CREATE OR REPLACE VIEW business.top_customers AS SELECT * FROM sales.customers WHERE segment = 'A'",
        ]),
      ),
  ],
  [
    5,
    (r) =>
      own(
        "ACCELERATOR_CREATE",
        "reflection-large",
        [0],
        `REFRESH REFLECTION '${r.pick(REFLECTIONS).id}' AS '${r.uuid()}'`,
      ),
  ],
  [2, (r) => own("ACCELERATOR_DROP", null, [], `DROP TABLE IF EXISTS "__accelerator"."${r.uuid()}"."${r.uuid()}"`)],
  [2, () => own("ACCELERATOR_EXPLAIN", null, [4], "EXPLAIN PLAN FOR SELECT * FROM business.orders_by_region")],
  [4, () => own("METADATA_REFRESH", "reflection-small", [6], "REFRESH DATASET lake.web.clickstream")],
  [2, (r) => own("INTERNAL_ICEBERG_METADATA_DROP", null, [], `DROP TABLE "__metadata"."${r.uuid()}"`)],
  [2, (r) => ask(r, "UI_INITIAL_PREVIEW", "preview", [5], "SELECT * FROM lake.iot.sensor_readings")],
  [2, (r) => serve(r, "PREPARE_INTERNAL", null, [1], "SELECT * FROM sales.orders WHERE 1 = 0")],
  [1, (r) => ask(r, "UI_INTERNAL_RUN", "small", [3], "SELECT COUNT(DISTINCT segment) FROM sales.customers")],
  [1, (r) => ask(r, "UI_INTERNAL_PREVIEW", "preview", [2], "SELECT * FROM sales.order_lines")],
  [1, () => own("UNKNOWN", null, [], "")],
];

const TOTAL = DRAWS.reduce((sum, [weight]) => sum + weight, 0);

/** Draws one of the statements that this lakehouse sees in a day, in their proportions. */
export function drawStatement(random: Random): Statement {
  let left = random.next() * TOTAL;
  const drawn = DRAWS.find(([weight]) => (left -= weight) < 0) ?? DRAWS[0];
  if (!drawn) throw new RangeError("no statements");
  return drawn[1](random);
}

/** Reflections that a distributed query met on its way; `[]` for most. Now and then one of them was dropped since. */
export function drawRelationships(random: Random, statement: Statement): Relationship[] {
  if (statement.role === null || statement.writes || random.chance(0.45)) return [];
  const ids = new Set(statement.datasets.map((index) => DATASETS[index]?.id));
  const met = REFLECTIONS.filter((entry) => ids.has(entry.datasetId)).map((entry) => ({
    datasetId: entry.datasetId,
    reflectionId: random.chance(0.06) ? DROPPED_REFLECTION : entry.id,
    relationship: random.pick(["CONSIDERED", "MATCHED", "CHOSEN"] as const),
  }));
  return met;
}

function ask(r: Random, queryType: string, role: QueueRole | null, datasets: number[], sql: string): Statement {
  return { sql, user: r.pick(PEOPLE), queryType, role, datasets, writes: false };
}

function serve(
  r: Random,
  queryType: string,
  role: QueueRole | null,
  datasets: number[],
  sql: string,
  writes = false,
): Statement {
  return { sql, user: r.pick(SERVICES), queryType, role, datasets, writes };
}

/** What Dremio asks of itself, as the user that the system tables show for it (2.5). */
function own(queryType: string, role: QueueRole | null, datasets: number[], sql: string): Statement {
  return { sql, user: "$dremio$", queryType, role, datasets, writes: false };
}

function day(r: Random): string {
  return `2026-0${r.int(1, 9)}-${String(r.int(1, 28)).padStart(2, "0")}`;
}
