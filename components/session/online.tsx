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

export function OfflineBanner() {
  if (useOnline()) return null;
  return (
    <div role="alert" className="state-suspended tinted flex items-center gap-2 border-b border-line px-5 py-1.5">
      <WifiOff aria-hidden size={14} className="text-state" />
      <span>You are offline. What is shown is as it was; nothing can be changed until the network is back.</span>
    </div>
  );
}
