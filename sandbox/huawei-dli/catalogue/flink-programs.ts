/** A Flink program as definitions hold it: its type, text and the names of the operators it compiles to. */
export interface FlinkProgram {
  name: string;
  desc: string;
  type: "flink_sql_job" | "flink_opensource_sql_job" | "flink_jar_job";
  sql: string;
  mainClass: string | null;
  args: string | null;
  operators: readonly string[];
}

const sink = (table: string, connector: string) =>
  `CREATE TABLE ${table} (k STRING, v DOUBLE, ts TIMESTAMP(3)) WITH ('connector' = '${connector}');`;
const kafka = (table: string, topic: string) =>
  `CREATE TABLE ${table} (id BIGINT, k STRING, amount DOUBLE, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND)\nWITH ('connector' = 'kafka', 'topic' = '${topic}', 'format' = 'json', 'scan.startup.mode' = 'group-offsets');`;

export const FLINK_PROGRAMS: readonly FlinkProgram[] = [
  {
    name: "orders_by_minute",
    desc: "Orders and revenue a minute, for the live board",
    type: "flink_opensource_sql_job",
    sql: `${kafka("orders", "orders.v2")}\n${sink("board", "jdbc")}\nINSERT INTO board SELECT k, SUM(amount), TUMBLE_START(ts, INTERVAL '1' MINUTE) FROM orders GROUP BY k, TUMBLE(ts, INTERVAL '1' MINUTE);`,
    mainClass: null,
    args: null,
    operators: ["Source: orders", "Calc", "LocalWindowAggregate", "GlobalWindowAggregate", "Sink: board"],
  },
  {
    name: "payments_fraud_score",
    desc: "Scores payments against the feature store",
    type: "flink_jar_job",
    sql: "",
    mainClass: "com.example.streaming.FraudScore",
    args: "--topic payments --model obs://lake-models/fraud/7 --threshold 0.82",
    operators: ["Source: payments", "AsyncFeatureLookup", "Score", "Filter", "Sink: alerts", "Sink: archive"],
  },
  {
    name: "clicks_to_hudi",
    desc: "",
    type: "flink_opensource_sql_job",
    sql: `${kafka("clicks", "web.clicks")}\n${sink("clicks_hudi", "hudi")}\nINSERT INTO clicks_hudi SELECT k, amount, ts FROM clicks WHERE k <> '';`,
    mainClass: null,
    args: null,
    operators: ["Source: clicks", "Calc", "bucket_assigner", "stream_write", "compact_commit"],
  },
  {
    name: "sensor_anomalies",
    desc: "Rolling z-score of plant sensors",
    type: "flink_sql_job",
    sql: 'CREATE SOURCE STREAM car_infos (car_id STRING, speed INT, ts TIMESTAMP) WITH (type = "dis", region = "cn-north-4", channel = "sensors");\nCREATE SINK STREAM odd (car_id STRING, z DOUBLE) WITH (type = "smn");\nINSERT INTO odd SELECT car_id, zscore(speed) OVER (PARTITION BY car_id ORDER BY ts ROWS 100 PRECEDING) FROM car_infos;',
    mainClass: null,
    args: null,
    operators: ["Source: CARS", "OverAggregate", "Calc", "Sink: AUDI"],
  },
  {
    name: "cdc_customers",
    desc: "MySQL binlog of customers into the warehouse",
    type: "flink_opensource_sql_job",
    sql: "CREATE TABLE customers (id BIGINT PRIMARY KEY NOT ENFORCED, name STRING) WITH ('connector' = 'mysql-cdc', 'hostname' = 'mysql.internal', 'table-name' = 'customers');\nINSERT INTO dws_customers SELECT * FROM customers;",
    mainClass: null,
    args: null,
    operators: ["Source: customers", "ChangelogNormalize", "SinkMaterializer", "Sink: dws_customers"],
  },
  {
    name: "sessionize_app_events",
    desc: "Sessions of 30 minutes over app events",
    type: "flink_jar_job",
    sql: "",
    mainClass: "com.example.streaming.Sessionize",
    args: "--gap-minutes 30",
    operators: ["Source: app-events", "KeyBy", "SessionWindow", "Enrich", "Sink: sessions"],
  },
];
