"use client";

import { formatDuration, formatDurationWords, isoDuration } from "@/lib/format/duration";
import { useKnownNow } from "@/components/time/now";

function Shown({ ms }: { ms: number }) {
  return (
    <time dateTime={isoDuration(ms)} title={formatDurationWords(ms)}>
      {formatDuration(ms)}
    </time>
  );
}

function Ticking({ since }: { since: string }) {
  const now = useKnownNow();
  return now === 0 ? "–" : <Shown ms={Math.max(0, now - Date.parse(since))} />;
}

/**
 * How long something took, or has taken so far: only the latter ticks.
 * @param knownAt when it was last known to go on: its clock stands then, since nobody can tell whether it still does. null:
 * it is known now
 */
export function Duration({
  ms,
  since,
  knownAt = null,
}: {
  ms: number | null;
  since: string | null;
  knownAt?: string | null;
}) {
  if (ms !== null) return <Shown ms={ms} />;
  if (since === null) return "–";
  if (knownAt === null) return <Ticking since={since} />;
  return <Shown ms={Math.max(0, Date.parse(knownAt) - Date.parse(since))} />;
}
