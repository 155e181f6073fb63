"use client";

import { clsx } from "clsx";
import { type CSSProperties, type KeyboardEvent, useId, useState } from "react";
import { SilenceDetail, SilenceStretch } from "@/components/job/timeline-silence";
import { type Bar, type BarPart, axisMarks } from "@/components/job/timeline.prepare";
import { STATE_WORD } from "@/components/jobs/state-face";
import { StateIcon } from "@/components/jobs/state-icon";
import { usePreferences } from "@/components/shell/preferences";
import { formatDurationWords } from "@/lib/format/duration";
import { type Zone, formatClock, formatFull, formatMarks } from "@/lib/format/instant";
import { oneLine } from "@/lib/format/visible-text";
import { serverNow } from "@/components/time/now";

const iso = (ms: number) => new Date(ms).toISOString();

function words(part: BarPart, zone: Zone, silent: boolean): string {
  const known = silent ? `last known at ${formatFull(iso(part.to), zone)}` : "until now";
  const end = part.lasts ? known : `to ${formatFull(iso(part.to), zone)}`;
  const seen = part.edge
    ? `, began between ${formatClock(iso(part.edge.from), zone)} and ${formatClock(iso(part.edge.to), zone)}`
    : "";
  return `${oneLine(part.vendorState)}, ${STATE_WORD[part.state]}, ${formatDurationWords(part.ms)}, from ${formatFull(iso(part.from), zone)} ${end}${seen}`;
}

/** What a stretch is, while it is pointed at or has the focus. */
function Detail({ part, zone, silent }: { part: BarPart; zone: Zone; silent: boolean }) {
  return (
    <div
      role="tooltip"
      className="menu animate-in pointer-events-none absolute top-full left-0 mt-1.5 max-w-full px-3 py-2"
    >
      <p className="flex items-center gap-1.5 font-medium">
        <StateIcon state={part.state} /> {STATE_WORD[part.state]}
        <span className="font-mono text-sm text-muted">{oneLine(part.vendorState)}</span>
        <span className="ml-2">{formatDurationWords(part.ms)}</span>
      </p>
      <p className="text-sm text-muted">
        {formatFull(iso(part.from), zone)} – {part.lasts && !silent ? "now" : formatFull(iso(part.to), zone)}
        {part.lasts && silent ? ", last known" : ""}
      </p>
      {part.edge ? (
        <p className="text-sm text-muted">
          Seen, not told: it began between {formatClock(iso(part.edge.from), zone)} and{" "}
          {formatClock(iso(part.edge.to), zone)}
        </p>
      ) : null}
    </div>
  );
}

/** What is told of the time before the first state on record, while it is pointed at or has the focus. */
function UnseenDetail({ unseen, zone }: { unseen: NonNullable<Bar["unseen"]>; zone: Zone }) {
  return (
    <div
      role="tooltip"
      className="menu animate-in pointer-events-none absolute top-full left-0 mt-1.5 max-w-full px-3 py-2"
    >
      <p className="font-medium">
        Not seen <span className="ml-2">{formatDurationWords(unseen.to - unseen.from)}</span>
      </p>
      <p className="text-sm text-muted">
        {formatFull(iso(unseen.from), zone)} – {formatFull(iso(unseen.to), zone)}
      </p>
      <p className="text-sm text-muted">It was not on record yet, and the vendor does not tell its states.</p>
    </div>
  );
}

const UNSEEN = "unseen";
const SILENCE = "silence";
/** A stretch narrower than this share has no room for words. */
const ROOM = { word: 0.06, duration: 0.1, unseen: 0.12 };
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

/**
 * One bar of stretches by state, each to be pointed at, or walked to with the arrow keys: a stretch can be too narrow to
 * be a target of its own.
 */
export function TimelineBar({ bar, label }: { bar: Bar; label: string }) {
  const { zone } = usePreferences();
  const [shown, setShown] = useState<string | null>(null);
  const part = bar.parts.find(({ key }) => key === shown);
  const keys = [...(bar.unseen ? [UNSEEN] : []), ...bar.parts.map(({ key }) => key), ...(bar.silence ? [SILENCE] : [])];
  const id = useId();
  const idOf = (key: string) => `${id}${keys.indexOf(key)}`;
  function walk(event: KeyboardEvent<HTMLElement>) {
    if (event.key === "Escape") setShown(null);
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = keys.findIndex((key) => key === shown);
    const next = Math.min(keys.length - 1, Math.max(0, at + step));
    setShown(keys[next] ?? null);
  }
  const marks = axisMarks(bar, 5);
  const labels = formatMarks(marks, zone, serverNow());
  return (
    <div className="relative">
      <div
        role="listbox"
        aria-label={label}
        aria-orientation="horizontal"
        aria-activedescendant={shown === null ? undefined : idOf(shown)}
        tabIndex={0}
        className="flex h-7 gap-px overflow-hidden rounded-[5px]"
        onPointerLeave={() => setShown(null)}
        onFocus={() => setShown((key) => key ?? keys[0] ?? null)}
        onBlur={() => setShown(null)}
        onKeyDown={walk}
      >
        {bar.unseen ? (
          <div
            id={idOf(UNSEEN)}
            role="option"
            aria-selected={shown === UNSEEN}
            aria-label={`Not seen from ${formatFull(iso(bar.unseen.from), zone)} to ${formatFull(iso(bar.unseen.to), zone)}`}
            onPointerEnter={() => setShown(UNSEEN)}
            className={clsx(
              "segment-unseen flex min-w-1 items-center overflow-hidden px-1.5 text-[11px] whitespace-nowrap",
              shown === UNSEEN && "shadow-[inset_0_0_0_2px_var(--mark)]",
            )}
            style={{ flex: `${bar.unseen.share * 1000} 1 0px` }}
          >
            {bar.unseen.share < ROOM.unseen ? null : (
              <span aria-hidden className="truncate rounded-sm bg-surface px-1.5 leading-4 text-muted">
                not seen {formatDurationWords(bar.unseen.to - bar.unseen.from)}
              </span>
            )}
          </div>
        ) : null}
        {bar.parts.map((one, index) => (
          <div key={one.key} role="none" className={clsx("contents", `state-${one.state}`)}>
            {one.edge ? (
              <span
                aria-hidden
                onPointerEnter={() => setShown(one.key)}
                className="segment-edge min-w-1"
                style={{ flexGrow: one.edge.share * 1000, "--edge": `var(--${one.edge.before})` } as CSSProperties}
              />
            ) : null}
            <span
              id={idOf(one.key)}
              role="option"
              aria-selected={shown === one.key}
              aria-label={words(one, zone, bar.silence !== null)}
              onPointerEnter={() => setShown(one.key)}
              className={clsx(
                "segment min-w-[3px] cursor-default overflow-hidden px-1.5 text-left text-[11px] leading-7 whitespace-nowrap",
                shown === one.key && "shadow-[inset_0_0_0_2px_var(--surface)]",
                index > 0 && one.attempt !== bar.parts[index - 1]?.attempt && "ml-1.5",
              )}
              style={{ flex: `${one.share * 1000} 1 0px`, paddingInline: one.share < ROOM.word ? 0 : undefined }}
            >
              {one.share < ROOM.word ? "" : oneLine(one.vendorState)}
              {one.share < ROOM.duration ? "" : ` ${formatDurationWords(one.ms)}`}
            </span>
          </div>
        ))}
        {bar.silence ? (
          <SilenceStretch
            id={`${id}${SILENCE}`}
            silence={bar.silence}
            zone={zone}
            shown={shown === SILENCE}
            onPoint={() => setShown(SILENCE)}
          />
        ) : null}
      </div>
      <div aria-hidden className="mt-1 flex justify-between text-xs text-faint">
        {labels.map((label, index) => (
          <span key={index} className={clsx(index % 2 === 1 && "max-sm:hidden")}>
            {index === labels.length - 1 && bar.parts.at(-1)?.lasts ? "now " : ""}
            {label}
          </span>
        ))}
      </div>
      {/* For the eye: a reader hears the stretch itself as its turn comes, and not again at each second that it lasts. */}
      {part ? <Detail part={part} zone={zone} silent={bar.silence !== null} /> : null}
      {shown === UNSEEN && bar.unseen ? <UnseenDetail unseen={bar.unseen} zone={zone} /> : null}
      {shown === SILENCE && bar.silence ? <SilenceDetail silence={bar.silence} zone={zone} /> : null}
    </div>
  );
}
