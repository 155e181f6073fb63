import { Random } from "../kit/random";
import { Raw, Timestamp, type Cell, type Column } from "./cells";

/** The schema of every made-up result: one column of each type that is easy to get wrong. */
export const MADE_UP_COLUMNS: readonly Column[] = [
  { name: "id", type: { name: "BIGINT" } },
  { name: "region", type: { name: "VARCHAR" } },
  { name: "amount", type: { name: "DECIMAL", precision: 38, scale: 10 } },
  { name: "ratio", type: { name: "DOUBLE" } },
  { name: "pickup_datetime", type: { name: "TIMESTAMP" } },
  { name: "paid", type: { name: "BOOLEAN" } },
  { name: "note", type: { name: "VARCHAR" } },
  { name: "tags", type: { name: "LIST", subSchema: [{ type: { name: "VARCHAR" } }] } },
  {
    name: "place",
    type: {
      name: "STRUCT",
      subSchema: [
        { name: "city", type: { name: "VARCHAR" } },
        { name: "zone", type: { name: "BIGINT" } },
      ],
    },
  },
];

const CITIES = ["Zürich", "København", "東京", "Nairobi", "O'Higgins", "<b>Cork</b>"];
/** The first integer that a double cannot hold, and some more: BIGINT is written bare (2.3). */
const BEYOND_DOUBLE = 9_007_199_254_740_993n;

/** Row `index` of a job's result; the same job and index give the same row. */
export function madeUpRow(jobId: string, index: number): Cell[] {
  const random = new Random(hash(jobId) + index * 7919);
  return [
    BEYOND_DOUBLE + BigInt(index),
    random.pick(["EMEA", "APAC", "AMER"]),
    new Raw(
      `${random.int(0, 99999999)}${random.int(10000000, 99999999)}.${String(random.int(0, 999999999)).padStart(9, "0")}1`,
    ),
    random.next(),
    new Timestamp(Date.UTC(2013, 1, 10, 20) + index * 61_007),
    random.chance(0.5),
    random.chance(0.2) ? null : `row ${index}`,
    random.chance(0.3) ? [] : ["a", random.pick(CITIES)],
    { city: random.pick(CITIES), zone: random.int(1, 260) },
  ];
}

function hash(text: string): number {
  let value = 17;
  for (const character of text) value = (Math.imul(value, 31) + character.charCodeAt(0)) >>> 0;
  return value;
}
