import { describe, expect, it } from "vitest";
import { camelKey, camelRecord } from "@/lib/vendors/_shared/camel-keys";

describe("camelKey", () => {
  it.each([
    ["file-id", "fileId"],
    ["job_id", "jobId"],
    ["jobState", "jobState"],
    ["rows_scanned", "rowsScanned"],
    ["RESULT_PATH", "resultPath"],
    ["_links", "links"],
    ["___", "___"],
    ["spark.sql.shuffle", "spark.sql.shuffle"],
  ])("%s → %s", (from, to) => {
    expect(camelKey(from)).toBe(to);
  });
});

describe("camelRecord", () => {
  it("keeps nesting and values, 0, null and absent apart", () => {
    const record = camelRecord({ a_b: [{ c_d: null }, 0, ""], e_f: { "g-h": false } });
    expect(record).toEqual({ aB: [{ cD: null }, 0, ""], eF: { gH: false } });
    expect("x" in record).toBe(false);
  });

  it("leaves the keys of free maps", () => {
    const counters = { IMPORT_RECORDS: 4, "a-b": { c_d: 1 } };
    expect(camelRecord({ job_counters: counters }, { freeMaps: ["job_counters"] })).toEqual({ jobCounters: counters });
  });

  it("loses nothing where two names become one", () => {
    expect(camelRecord({ job_id: 1, "job-id": 2 })).toEqual({ jobId: 1, "job-id": 2 });
  });

  it("takes names of Object's own as data", () => {
    const record = camelRecord(
      JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}') as Record<string, unknown>,
    );
    expect(record).toEqual({ proto: { polluted: true }, constructor: 1 });
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
  });
});
