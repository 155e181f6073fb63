"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { parseAsInteger, useQueryState } from "nuqs";
import { isLastPage } from "@/components/job/results-page";
import { problemWords } from "@/components/jobs/problem-words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Results } from "@/lib/contract/overview";
import type { JobRef } from "@/lib/jobs/ref";
import { formatCount } from "@/lib/format/number";
import { shorten, visibleText } from "@/lib/format/visible-text";
import { jobQueries } from "@/lib/query/jobs";

const SIZES = [50, 100, 500] as const;

function cellText(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function Cell({ value }: { value: unknown }) {
  if (value === null) return <span className="text-faint italic">null</span>;
  const text = visibleText(cellText(value));
  return text.length > 300 ? <span title={shorten(text, 4000)}>{shorten(text, 300)}</span> : text;
}

/** Which rows these are, of how many where that is told. */
function rangeWords({ rows, offset, total }: Results): string {
  const range =
    rows.length === 0 ? "No rows here" : `Rows ${formatCount(offset + 1)} to ${formatCount(offset + rows.length)}`;
  return total === null ? range : `${range} of ${formatCount(total)}`;
}

function Rows({ results }: { results: Results }) {
  return (
    <div
      className="max-h-[70dvh] overflow-auto rounded-md border border-line"
      tabIndex={0}
      role="region"
      aria-label="Result rows"
    >
      <table className="data-table">
        <thead className="sticky top-0 bg-surface">
          <tr>
            {results.columns.map((column, index) => (
              <th key={index} scope="col">
                {visibleText(column.name)} <span className="font-normal text-faint">{column.type.toLowerCase()}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {results.rows.map((row, index) => (
            <tr key={results.offset + index}>
              {row.map((value, column) => (
                <td key={column} className="max-w-96 font-mono text-sm whitespace-pre-wrap">
                  <Cell value={value} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Result rows, a page at a time, asked of the vendor; every digit as it came. */
export function ResultsTab({ refOf }: { refOf: JobRef }) {
  const [offset, setOffset] = useQueryState("offset", parseAsInteger.withDefault(0));
  const [size, setSize] = useQueryState("rows", parseAsInteger.withDefault(100));
  const limit = SIZES.find((one) => one === size) ?? 100;
  const from = Math.max(0, offset);
  const { data, error, isFetching, refetch } = useQuery({
    ...jobQueries.results(refOf, from, limit),
    placeholderData: keepPreviousData,
  });
  if (!data && !error) return <p role="status">Asking the vendor for the rows…</p>;
  return (
    <div className="flex flex-col gap-2" aria-busy={isFetching}>
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-muted" role="status">
          {data ? rangeWords(data) : "Not read"}
        </span>
        <span className="ml-auto flex items-center gap-2">
          <label className="flex items-center gap-1.5 text-sm text-muted">
            Rows a page
            <select
              className="field h-7! w-auto!"
              value={limit}
              onChange={(event) => void Promise.all([setSize(Number(event.target.value)), setOffset(0)])}
            >
              {SIZES.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
          <Button small disabled={from === 0} onClick={() => void setOffset(Math.max(0, from - limit))}>
            Previous
          </Button>
          <Button small disabled={isLastPage(data, from, limit)} onClick={() => void setOffset(from + limit)}>
            Next
          </Button>
        </span>
      </div>
      {error ? (
        <Notice
          tone="bad"
          live
          action={
            <Button small onClick={() => void refetch()}>
              Ask again
            </Button>
          }
        >
          {problemWords(error)}
        </Notice>
      ) : null}
      {data ? <Rows results={data} /> : null}
    </div>
  );
}
