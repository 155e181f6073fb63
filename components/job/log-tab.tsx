"use client";

import { useQuery } from "@tanstack/react-query";
import { problemWords } from "@/components/jobs/problem-words";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import type { JobRef } from "@/lib/jobs/ref";
import { formatCount } from "@/lib/format/number";
import { visibleText } from "@/lib/format/visible-text";
import { jobQueries } from "@/lib/query/jobs";

/** The tail of the job's log, asked of the vendor when this tab is opened. */
export function LogTab({ refOf }: { refOf: JobRef }) {
  const { data, error, isFetching, refetch } = useQuery(jobQueries.log(refOf));
  const again = (
    <Button small disabled={isFetching} onClick={() => void refetch()}>
      {isFetching ? "Asking…" : "Ask again"}
    </Button>
  );
  if (error) {
    return (
      <Notice tone="bad" live action={again}>
        {problemWords(error)}
      </Notice>
    );
  }
  if (!data) return <p role="status">Asking the vendor for the log…</p>;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <span className="text-muted">
          {data.lines.length === 0
            ? "No lines"
            : `Lines ${formatCount(data.from + 1)} to ${formatCount(data.from + data.lines.length)}`}
          {data.total === null ? "" : ` of ${formatCount(data.total)}`}
        </span>
        <span className="ml-auto flex gap-2">
          <CopyButton text={() => data.lines.join("\n")} label="Copy the log" word="Copy" tone="plain" />
          {again}
        </span>
      </div>
      <pre
        tabIndex={0}
        role="region"
        aria-label="Log"
        className="max-h-[70dvh] overflow-auto rounded-md bg-sunken p-3 font-mono text-sm leading-5 whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        {data.lines.length === 0 ? "The log is empty." : visibleText(data.lines.join("\n"))}
      </pre>
    </div>
  );
}
