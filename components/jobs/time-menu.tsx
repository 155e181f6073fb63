"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { timeWords } from "@/components/jobs/time-words";
import type { ChangeSearch } from "@/components/jobs/use-jobs-search";
import { usePreferences } from "@/components/shell/preferences";
import { serverNow, useNow } from "@/components/time/now";
import { LazyMenu, type MenuEntry } from "@/components/ui/lazy-menu";
import { formatShort } from "@/lib/format/instant";
import { type JobsSearch, WHEN_KEYS } from "@/lib/url/jobs-search";
import { USUAL_WHENS, resolveWhen, whenWords } from "@/lib/url/when";

const CustomRange = dynamic(() => import("@/components/time/custom-range").then((part) => part.CustomRange), {
  ssr: false,
});

/** Which of a job's two ends a range is about, and the keys that hold it. */
const RANGES = {
  submitted: { word: "Submitted", from: "from", to: "to" },
  ended: { word: "Ended", from: "endedFrom", to: "endedTo" },
} as const;
type RangeId = keyof typeof RANGES;

const DAY_MS = 86_400_000;

/** The instants that a dialog begins with: what is chosen, or the last day. */
function instants(search: JobsSearch, id: RangeId): { from: number; to: number } {
  const now = serverNow();
  const at = (when: string | null) => (when ? Date.parse(resolveWhen(when, now)) : null);
  const to = at(search[RANGES[id].to]) ?? now;
  return { from: at(search[RANGES[id].from]) ?? to - DAY_MS, to };
}

/** In the zone that only the browser knows; of the button, this alone renders each second. */
function TimeText({ search }: { search: JobsSearch }) {
  const { zone } = usePreferences();
  const now = useNow();
  const instant = (when: string) => (now === 0 ? "…" : formatShort(when, zone, now));
  return <span className="max-w-80 truncate">{timeWords(search, instant)}</span>;
}

/** When jobs were submitted or ended: the usual ranges, or two instants. */
export function TimeMenu({ search, change }: { search: JobsSearch; change: ChangeSearch }) {
  const [custom, setCustom] = useState<RangeId | null>(null);
  const active = WHEN_KEYS.some((key) => search[key]);
  const set = (id: RangeId, from: string | null, to: string | null) =>
    void change({ [RANGES[id].from]: from, [RANGES[id].to]: to });
  const entries = (id: RangeId): MenuEntry[] => {
    const { word, from, to } = RANGES[id];
    const isChosen = (value: string) => search[from] === value && search[to] === null;
    return [
      { type: "heading", label: word },
      ...USUAL_WHENS.map((value): MenuEntry => ({
        type: "choice",
        label: (whenWords(value) ?? value).replace("the last", "Last"),
        checked: isChosen(value),
        onSelect: () => set(id, isChosen(value) ? null : value, null),
      })),
      { type: "item", label: `${word} from … to …`, onSelect: () => setCustom(id) },
    ];
  };
  return (
    <>
      <LazyMenu
        text={active ? <TimeText search={search} /> : "Time"}
        active={active}
        entries={() => [
          ...entries("submitted"),
          ...entries("ended"),
          { type: "line" },
          {
            type: "item",
            label: "Any time",
            onSelect: () => void change({ from: null, to: null, endedFrom: null, endedTo: null }),
          },
        ]}
      />
      {custom ? (
        <CustomRange
          title={`${RANGES[custom].word} from … to …`}
          {...instants(search, custom)}
          onChoose={(from, to) => set(custom, new Date(from).toISOString(), new Date(to).toISOString())}
          onClose={() => setCustom(null)}
        />
      ) : null}
    </>
  );
}
