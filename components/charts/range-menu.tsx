"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { usePreferences } from "@/components/shell/preferences";
import { serverNow, useNow } from "@/components/time/now";
import { LazyMenu } from "@/components/ui/lazy-menu";
import { formatShort } from "@/lib/format/instant";
import { resolveWhen, whenWords } from "@/lib/url/when";

const CustomRange = dynamic(() => import("@/components/time/custom-range").then((part) => part.CustomRange), {
  ssr: false,
});

const PRESETS = ["-1h", "-6h", "-24h", "-7d", "-30d", "-90d"] as const;

/** As the URL has it; `to` null is now. */
export interface ChosenRange {
  from: string;
  to: string | null;
}

export function RangeMenu({ range, onChange }: { range: ChosenRange; onChange: (range: ChosenRange) => void }) {
  const { zone } = usePreferences();
  const now = useNow();
  const [custom, setCustom] = useState<{ from: number; to: number } | null>(null);
  const moving = range.to === null ? whenWords(range.from) : null;
  const short = (when: string) => formatShort(resolveWhen(when, now), zone, now);
  const fixed = now === 0 ? "A range" : `${short(range.from)} – ${range.to ? short(range.to) : "now"}`;
  return (
    <>
      <LazyMenu
        text={moving ? moving.replace("the last", "Last") : fixed}
        label={undefined}
        entries={() => [
          ...PRESETS.map((from) => ({
            type: "choice" as const,
            label: (whenWords(from) ?? from).replace("the last", "Last"),
            checked: range.to === null && range.from === from,
            onSelect: () => onChange({ from, to: null }),
          })),
          { type: "line" },
          {
            type: "item",
            label: "From … to …",
            onSelect: () =>
              setCustom({
                from: Date.parse(resolveWhen(range.from, serverNow())),
                to: range.to ? Date.parse(resolveWhen(range.to, serverNow())) : serverNow(),
              }),
          },
        ]}
      />
      {custom ? (
        <CustomRange
          {...custom}
          onChoose={(from, to) => onChange({ from: new Date(from).toISOString(), to: new Date(to).toISOString() })}
          onClose={() => setCustom(null)}
        />
      ) : null}
    </>
  );
}
