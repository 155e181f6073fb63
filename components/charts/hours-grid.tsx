"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { type KeyboardEvent, useRef, useState } from "react";
import { type HoursPicture, WEEKDAYS } from "@/components/charts/hours.prepare";
import { formatCount, plural } from "@/lib/format/number";

const MOVES: Record<string, readonly [number, number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** A heat map that is a table: each hour's count is written in its cell, and leads to the list. Arrows move in it. */
export function HoursGrid({ picture, caption }: { picture: HoursPicture; caption: string }) {
  const table = useRef<HTMLTableElement>(null);
  const first = picture.busiest ?? picture.days[0]?.[0];
  const [at, setAt] = useState<readonly [number, number] | null>(null);
  const [day, hour] = at ?? [first?.weekday ?? 0, first?.hour ?? 0];

  function onKeyDown(event: KeyboardEvent) {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    let [row, column] = [day, hour];
    do {
      row += move[0];
      column += move[1];
    } while (picture.days[row]?.[column]?.jobs === 0);
    if (!picture.days[row]?.[column]) return;
    setAt([row, column]);
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus();
  }
  return (
    <div className="relative overflow-x-auto">
      <table
        ref={table}
        onKeyDown={onKeyDown}
        className="w-full min-w-[46rem] table-fixed border-separate border-spacing-[2px]"
      >
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-12">
              <span className="sr-only">Weekday</span>
            </th>
            {Array.from({ length: 24 }, (_, column) => (
              <th key={column} scope="col" className="text-xs font-normal text-faint">
                {String(column).padStart(2, "0")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {picture.days.map((cells, row) => (
            <tr key={row}>
              <th scope="row" className="pr-1 text-left text-sm font-normal text-muted">
                <abbr title={WEEKDAYS[row]} className="no-underline">
                  {WEEKDAYS[row]?.slice(0, 3)}
                </abbr>
              </th>
              {cells.map(({ jobs, share, href }, column) => (
                <td key={column} className="h-7 rounded-[3px] p-0 text-center text-xs">
                  {jobs === 0 ? (
                    <span className="grid h-full place-items-center rounded-[3px] bg-sunken text-faint">0</span>
                  ) : (
                    <Link
                      href={href}
                      prefetch={false}
                      data-cell={`${row}-${column}`}
                      tabIndex={row === day && column === hour ? 0 : -1}
                      onFocus={() => setAt([row, column])}
                      title={`${WEEKDAYS[row]} ${String(column).padStart(2, "0")}:00, ${plural(jobs, "job")}`}
                      className={clsx(
                        "grid h-full place-items-center rounded-[3px] hover:outline-1 hover:outline-accent",
                        share > 0.55 ? "text-on-accent" : "text-text",
                      )}
                      style={{
                        background: `color-mix(in oklab, var(--accent) ${share > 0.55 ? Math.round(80 + share * 20) : Math.round(8 + share * 40)}%, var(--surface))`,
                      }}
                    >
                      {jobs < 1000 ? jobs : `${formatCount(Math.floor(jobs / 1000))}k`}
                    </Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
