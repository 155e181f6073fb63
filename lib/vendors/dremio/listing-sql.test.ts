import { describe, expect, it } from "vitest";
import { COLUMN_SETS } from "@/lib/vendors/dremio/listing-columns";
import { listingFailureOf } from "@/lib/vendors/dremio/listing-failure";
import { activeSql, isOurListing, recentSql } from "@/lib/vendors/dremio/listing-sql";

describe("listing SQL", () => {
  it("names its columns and carries the marker", () => {
    const sql = activeSql("sys.jobs", ["job_id", "query"]);
    expect(sql).toBe('/* jobwatch:list */ SELECT "job_id", "query" FROM sys.jobs');
    expect([isOurListing(sql), isOurListing("SELECT 1"), isOurListing(undefined)]).toEqual([true, false, false]);
  });

  it("bounds what ended by the table's own column, newest first", () => {
    const [columns = []] = COLUMN_SETS["sys.jobs_recent"];
    const sql = recentSql("sys.jobs_recent", columns, 1_700_000_000_000.9);
    expect(sql).toContain('AND "final_state_epoch_millis" >= 1700000000000 ORDER BY "submitted_epoch_millis" DESC');
    expect(sql).toMatch(/NOT LIKE '%jobwatch:list%'.* LIMIT 10000$/);
  });

  it("looks back beyond the lag of Cloud's history", () => {
    const [columns = []] = COLUMN_SETS["sys.project.history.jobs"];
    const sql = recentSql("sys.project.history.jobs", columns, 1_700_000_000_000);
    expect(sql).toContain('"final_state_epoch" >= 1699992800000');
    expect(sql).toContain('"execution_planning_start_epoch"');
    expect(sql).not.toContain("epoch_millis");
  });

  it("does without instants where the server has none", () => {
    expect(recentSql("sys.jobs_recent", ["job_id", "query"], 5)).not.toMatch(/epoch|ORDER/);
  });

  it("every table's sets shrink, and keep what identifies a job", () => {
    for (const sets of Object.values(COLUMN_SETS)) {
      for (const [index, set] of sets.entries()) {
        expect(new Set(set).size).toBe(set.length);
        expect(set).toEqual(expect.arrayContaining(["job_id", "status", "query"]));
        expect(set.length).toBeLessThan(sets[index - 1]?.length ?? Infinity);
      }
    }
  });
});

describe("listingFailureOf", () => {
  it.each([
    ["VALIDATION ERROR: Column 'rule_name' not found in any table", "column"],
    ["VALIDATION ERROR: Object 'jobs_recent' not found within 'sys.project'", "table"],
    ["PERMISSION ERROR: Access denied: user [x] lacks the privilege VIEW JOB HISTORY.", "permission"],
    ["User is not authorized to read sys.jobs", "permission"],
    ["OUT_OF_MEMORY ERROR: nope", "other"],
    ["", "other"],
  ])("%s → %s", (words, why) => {
    expect(listingFailureOf(words)).toBe(why);
  });
});
