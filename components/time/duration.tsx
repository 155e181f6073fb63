"use client";

import { formatDuration, formatDurationWords, isoDuration } from "@/lib/format/duration";
import { useNow } from "@/components/time/now";

function Shown({ ms }: { ms: number }) {
  return (
    <time dateTime={isoDuration(ms)} title={formatDurationWords(ms)}>
      {formatDuration(ms)}
    </time>
  );
}

function Ticking({ since }: { since: string }) {
  const now = useNow();
  return now === 0 ? "–" : <Shown ms={Math.max(0, now - Date.parse(since))} />;
}

/** How long something took, or has taken so far: only the latter ticks. */
export function Duration({ ms, since }: { ms: number | null; since: string | null }) {
  if (ms !== null) return <Shown ms={ms} />;
  return since === null ? "–" : <Ticking since={since} />;
}
