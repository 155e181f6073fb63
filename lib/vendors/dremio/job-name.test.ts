import { expect, it } from "vitest";
import { nameOfSql } from "@/lib/vendors/dremio/job-name";

it.each([
  ["SELECT 1", "SELECT 1"],
  ["\n  SELECT *\n\tFROM a\n", "SELECT * FROM a"],
  ["/* dbt */ -- x\n SELECT 1", "SELECT 1"],
  ["-- only a comment", "-- only a comment"],
  ["/* never closed", "/* never closed"],
  ["", ""],
])("%j → %j", (sql, name) => {
  expect(nameOfSql(sql)).toBe(name);
});

it("is short, whatever the statement's length, and cuts no character in two", () => {
  const name = nameOfSql("SELECT " + "x".repeat(151) + "\u{1F600}".repeat(1e5));
  expect(name.length).toBeLessThanOrEqual(160);
  expect(name.endsWith("x…")).toBe(true);
});

it("reads many comments without falling over", () => {
  expect(nameOfSql("/**/".repeat(1_000_000) + "SELECT 1")).not.toBe("");
});
