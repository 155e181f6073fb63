"use client";

import { formatAge, formatFull, formatMoment, formatShort } from "@/lib/format/instant";
import { useNow, serverNow } from "@/components/time/now";
import { usePreferences } from "@/components/shell/preferences";

/** A point in time, short; whole on hover and for readers. */
export function Instant({ iso }: { iso: string | null }) {
  const { zone } = usePreferences();
  if (iso === null) return <span className="text-faint">–</span>;
  return (
    <time dateTime={iso} title={formatFull(iso, zone)}>
      {formatShort(iso, zone, serverNow())}
    </time>
  );
}

/** A point in time to the second, with its date where that is not today; whole on hover. */
export function Moment({ iso }: { iso: string }) {
  const { zone } = usePreferences();
  return (
    <time dateTime={iso} title={formatFull(iso, zone)}>
      {formatMoment(iso, zone, serverNow())}
    </time>
  );
}

/** The whole instant with its zone. */
export function FullInstant({ iso }: { iso: string }) {
  const { zone } = usePreferences();
  return <time dateTime={iso}>{formatFull(iso, zone)}</time>;
}

/** How long ago, ticking; the whole instant on hover. */
export function Age({ iso }: { iso: string }) {
  const { zone } = usePreferences();
  const now = useNow();
  return (
    <time dateTime={iso} title={formatFull(iso, zone)}>
      {now === 0 ? "" : formatAge(iso, now)}
    </time>
  );
}
