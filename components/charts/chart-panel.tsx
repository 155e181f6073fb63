"use client";

import { type ReactNode, useId } from "react";
import { Panel } from "@/components/ui/panel";

/** A chart with its words, and the same as a table of links for readers and the keyboard. */
export function ChartPanel({
  title,
  note,
  aside,
  empty,
  chart,
  table,
}: {
  title: string;
  note?: ReactNode;
  aside?: ReactNode;
  /** Why there is nothing to draw; null where there is. */
  empty: string | null;
  chart: ReactNode;
  /** null where the chart is a table itself. */
  table: ReactNode;
}) {
  const id = useId();
  return (
    <Panel id={id} title={title} note={note} aside={aside}>
      {empty ? <p className="grid min-h-32 place-items-center text-center text-muted">{empty}</p> : chart}
      {empty || !table ? null : (
        <details className="mt-2">
          <summary className="w-max rounded text-sm text-muted hover:text-text" aria-label={`${title}: as a table`}>
            As a table
          </summary>
          <div className="mt-2 max-h-80 overflow-auto" tabIndex={0} role="region" aria-label={`${title}, table`}>
            {table}
          </div>
        </details>
      )}
    </Panel>
  );
}

/** The room of a chart whose code is on its way. */
export function ChartWaiting() {
  return (
    <div role="status" className="skeleton h-56">
      <span className="sr-only">Loading the chart</span>
    </div>
  );
}
