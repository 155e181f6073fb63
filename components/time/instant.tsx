"use client";

import { type ReactNode, memo, useState } from "react";
import { formatAge, formatFull, formatMoment, formatShort } from "@/lib/format/instant";
import { useDay, useNow } from "@/components/time/now";
import { usePreferences } from "@/components/shell/preferences";

/** The whole instant is written once somebody points at it: a list has hundreds, and hardly one is looked at. */
function Pointed({ iso, children }: { iso: string; children: ReactNode }) {
  const { zone } = usePreferences();
  const [pointed, setPointed] = useState(false);
  const show = () => setPointed(true);
  return (
    <time
      dateTime={iso}
      title={pointed ? formatFull(iso, zone) : undefined}
      onPointerEnter={show}
      onPointerLeave={() => setPointed(false)}
      onFocus={show}
    >
      {children}
    </time>
  );
}

/** A point in time, short; whole on hover. */
export function Instant({ iso }: { iso: string | null }) {
  const { zone } = usePreferences();
  const today = useDay(zone);
  if (iso === null) return <span className="text-faint">–</span>;
  return <Pointed iso={iso}>{formatShort(iso, zone, today)}</Pointed>;
}

/** A point in time to the second, with its date where that is not today; whole on hover. */
export function Moment({ iso }: { iso: string }) {
  const { zone } = usePreferences();
  const today = useDay(zone);
  return <Pointed iso={iso}>{formatMoment(iso, zone, today)}</Pointed>;
}

/** The whole instant with its zone. */
export function FullInstant({ iso }: { iso: string }) {
  const { zone } = usePreferences();
  return <time dateTime={iso}>{formatFull(iso, zone)}</time>;
}

/** How long ago, ticking; the whole instant on hover. */
export const Age = memo(function Age({ iso }: { iso: string }) {
  const now = useNow();
  return <Pointed iso={iso}>{now === 0 ? "" : formatAge(iso, now)}</Pointed>;
});
