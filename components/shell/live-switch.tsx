"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Pause, Radio, Unplug, WifiOff } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { useOnline } from "@/components/session/online";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/time/now";
import { formatDurationWords } from "@/lib/format/duration";
import { formatShortAge } from "@/lib/format/instant";
import { freshness } from "@/lib/query/freshness";
import { live } from "@/lib/query/polling";

export function usePaused(): boolean {
  return useSyncExternalStore(live.subscribe, live.isPaused, () => false);
}

/** How old what is shown is, in whole seconds; null before the first answer. */
function useAgeSeconds(): number | null {
  const { answeredAt, offsetMs } = useSyncExternalStore(freshness.subscribe, freshness.get, freshness.initial);
  const now = useNow();
  if (answeredAt === null || now === 0) return null;
  return Math.max(0, Math.floor((now - (answeredAt + offsetMs)) / 1000));
}

const FACES = {
  live: { Icon: Radio, hue: "text-good", word: "Live", title: "Live: click to pause" },
  paused: { Icon: Pause, hue: "text-caution", word: "Paused", title: "Paused: click to go on" },
  offline: {
    Icon: WifiOff,
    hue: "text-caution",
    word: "Offline",
    title: "You are offline: nothing is asked until the network is back. Click to pause",
  },
  failing: {
    Icon: Unplug,
    hue: "text-danger",
    word: "No answer",
    title: "The server does not answer: it is asked again by itself. Click to pause",
  },
} as const;

/** Live, paused, without a network, or asking in vain; each with the age of what is shown. */
export function LiveSwitch() {
  const paused = usePaused();
  const { failing } = useSyncExternalStore(freshness.subscribe, freshness.get, freshness.initial);
  const online = useOnline();
  const age = useAgeSeconds();
  const client = useQueryClient();
  useEffect(() => {
    if (!paused) void client.refetchQueries({ type: "active", stale: true });
  }, [paused, client]);
  const { Icon, hue, word, title } = FACES[paused ? "paused" : !online ? "offline" : failing ? "failing" : "live"];
  const ageText = age === null ? "" : age < 2 ? " · now" : ` · ${formatDurationWords(age * 1000)} ago`;
  return (
    <Button
      tone="quiet"
      aria-pressed={!paused}
      title={title}
      onClick={() => live.setPaused(!paused)}
      className="min-w-32 justify-start! max-sm:min-w-16"
    >
      <Icon aria-hidden size={14} className={hue} />
      <span>
        <span className="max-sm:sr-only">{word}</span>
        <span className="sr-only"> updates </span>
        <span className="max-sm:hidden">{ageText}</span>
        <span className="sm:hidden">{age === null ? null : formatShortAge(age * 1000)}</span>
      </span>
    </Button>
  );
}
