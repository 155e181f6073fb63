import { expect, it } from "vitest";
import { isLastPage } from "@/components/job/results-page";

const rows = (count: number) => Array.from({ length: count }, () => []);

it("ends where the vendor says so, also behind a page that is full to the last row", () => {
  expect(isLastPage({ rows: rows(100), total: 200 }, 100, 100)).toBe(true);
  expect(isLastPage({ rows: rows(100), total: 201 }, 100, 100)).toBe(false);
  expect(isLastPage({ rows: [], total: 0 }, 0, 100)).toBe(true);
});

it("ends with the first page that is not full where no total is told", () => {
  expect(isLastPage({ rows: rows(100), total: null }, 0, 100)).toBe(false);
  expect(isLastPage({ rows: rows(7), total: null }, 100, 100)).toBe(true);
});

it("does not know of an end while there is no answer", () => {
  expect(isLastPage(undefined, 100, 100)).toBe(false);
});
