"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Pause, Radio } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/time/now";
import { formatDurationWords } from "@/lib/format/duration";
import { freshness } from "@/lib/query/freshness";
import { live } from "@/lib/query/polling";

export function usePaused(): boolean {
  return useSyncExternalStore(live.subscribe, live.isPaused, () => false);
}

/** How old what is shown is, in whole seconds; null before the first answer. */
function useAgeSeconds(): number | null {
  const { answeredAt, offsetMs } = useSyncExternalStore(freshness.subscribe, freshness.get, freshness.get);
  const now = useNow();
  if (answeredAt === null || now === 0) return null;
  return Math.max(0, Math.floor((now - (answeredAt + offsetMs)) / 1000));
}

/** Live, or paused; either way with the age of what is shown. */
export function LiveSwitch() {
  const paused = usePaused();
  const age = useAgeSeconds();
  const client = useQueryClient();
  useEffect(() => {
    if (!paused) void client.refetchQueries({ type: "active", stale: true });
  }, [paused, client]);
  const Icon = paused ? Pause : Radio;
  const ageText = age === null ? "" : age < 2 ? " · now" : ` · ${formatDurationWords(age * 1000)} ago`;
  return (
    <Button
      tone="quiet"
      aria-pressed={!paused}
      title={paused ? "Paused: click to go on" : "Live: click to pause"}
      onClick={() => live.setPaused(!paused)}
      className="min-w-32 justify-start! max-sm:min-w-0"
    >
      <Icon aria-hidden size={14} className={paused ? "text-caution" : "text-good"} />
      <span>
        {paused ? "Paused" : "Live"}
        <span className="sr-only"> updates</span>
        <span className="max-sm:hidden">{ageText}</span>
      </span>
    </Button>
  );
}
