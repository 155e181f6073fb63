"use client";

import { onlineManager } from "@tanstack/react-query";
import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useSignedOut } from "@/components/session/session-prompt";

const subscribe = (listener: () => void) => onlineManager.subscribe(listener);

export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => onlineManager.isOnline(),
    () => true,
  );
}

/** Why nothing can be changed now; null where it can. */
export function useWhyNoActions(): string | null {
  const online = useOnline();
  const signedOut = useSignedOut();
  if (!online) return "You are offline";
  return signedOut ? "Your session has ended" : null;
}

/** One line, cut where there is little room; a phone shows one word of it. */
export function OfflineBanner() {
  if (useOnline()) return null;
  const words = "You are offline. What is shown is as it was; nothing can be changed until the network is back.";
  return (
    <div
      role="alert"
      title={words}
      className="state-suspended tinted flex h-8 min-w-0 flex-1 items-center gap-2 rounded-md border border-state/35 px-2.5"
    >
      <WifiOff aria-hidden size={14} className="shrink-0 text-state" />
      <span aria-hidden className="sm:hidden">
        Offline
      </span>
      <span className="truncate max-sm:sr-only">{words}</span>
    </div>
  );
}
