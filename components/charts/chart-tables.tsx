"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import type { EndsPicture } from "@/components/charts/ends.prepare";
import type { FailureRow } from "@/components/charts/failures.prepare";
import type { SpreadPicture } from "@/components/charts/spread.prepare";
import { bucketWords } from "@/components/charts/time-words";
import { STATE_WORD } from "@/components/jobs/state-face";
import { formatDurationWords } from "@/lib/format/duration";
import type { Zone } from "@/lib/format/instant";
import { formatCount, formatPercent } from "@/lib/format/number";
import { oneLine } from "@/lib/format/visible-text";

const link = "underline decoration-line-strong underline-offset-2 hover:decoration-text";

function To({ href, children }: { href: string | null; children: ReactNode }) {
  if (href === null) return <>{children}</>;
  return (
    <Link href={href} prefetch={false} className={link}>
      {children}
    </Link>
  );
}

function Heads({ names }: { names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name, index) => (
          <th key={name} scope="col" className={index === 0 ? "" : "num"}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

export function EndsTable({ picture, zone }: { picture: EndsPicture; zone: Zone }) {
  const states = picture.states.toReversed();
  return (
    <table className="data-table">
      <caption className="sr-only">Jobs by the state they ended in</caption>
      <Heads names={["Time", ...states.map((state) => STATE_WORD[state]), "All"]} />
      <tbody>
        {picture.points.toReversed().map((point) => (
          <tr key={point.from}>
            <th scope="row" className="font-normal whitespace-nowrap">
              {bucketWords(point, zone)}
            </th>
            {point.known ? (
              <>
                {states.map((state) => (
                  <td key={state} className="num">
                    <To href={point.counts[state] > 0 ? point.stateHref[state] : null}>
                      {formatCount(point.counts[state])}
                    </To>
                  </td>
                ))}
                <td className="num">
                  <To href={point.total > 0 ? point.href : null}>{formatCount(point.total)}</To>
                </td>
              </>
            ) : (
              <td colSpan={states.length + 1} className="text-faint">
                {point.ahead ? "Not known yet" : "Not on record"}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function SpreadTable({
  picture,
  caption,
  heads,
}: {
  picture: SpreadPicture;
  caption: string;
  heads: [string, string];
}) {
  const words = (ms: number | null) => (ms === null ? "not known" : formatDurationWords(ms));
  return (
    <table className="data-table">
      <caption className="sr-only">{caption}</caption>
      <Heads names={[heads[0], heads[1], "Jobs", "Half within (p50)", "95 in 100 within (p95)"]} />
      <tbody>
        {picture.rows.map((row) => (
          <tr key={row.key}>
            <th scope="row" className="font-normal">
              <To href={row.href}>{oneLine(row.label)}</To>
            </th>
            <td className="num">{row.note}</td>
            <td className="num">{formatCount(row.n)}</td>
            <td className="num">{words(row.p50)}</td>
            <td className="num">{words(row.p95)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function FailuresTable({ rows, of }: { rows: readonly FailureRow[]; of: string }) {
  return (
    <table className="data-table">
      <caption className="sr-only">How many of the ended jobs failed, by {of.toLowerCase()}</caption>
      <Heads names={[of, "Failed", "Ended", "Rate"]} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row" className="font-normal [overflow-wrap:anywhere]">
              {oneLine(row.label)}
            </th>
            <td className="num">
              <To href={row.failed > 0 ? row.href : null}>{formatCount(row.failed)}</To>
            </td>
            <td className="num">
              <To href={row.endedHref}>{formatCount(row.ended)}</To>
            </td>
            <td className="num">
              {formatPercent(row.rate)}
              {row.few ? <span className="text-faint"> (few)</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
