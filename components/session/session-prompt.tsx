"use client";

import dynamic from "next/dynamic";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { buttonClass } from "@/components/ui/button";
import { session } from "@/lib/query/session";
import { routes } from "@/lib/url/routes";

const Dialog = dynamic(() => import("@/components/ui/dialog").then((part) => part.Dialog), { ssr: false });

export function useSignedOut(): boolean {
  return useSyncExternalStore(session.subscribe, session.get, () => "in") === "out";
}

/** The one place that a lost session shows: what is on screen stays, and every tab is asked once. */
export function SessionPrompt() {
  const out = useSignedOut();
  const pathname = usePathname();
  const search = useSearchParams().toString();
  const client = useQueryClient();
  const wasOut = useRef(false);
  useEffect(() => {
    // What is on its way would be refused like the first.
    if (out) void client.cancelQueries();
    if (wasOut.current && !out) void client.invalidateQueries();
    wasOut.current = out;
  }, [out, client]);
  if (!out) return null;
  const here = search ? `${pathname}?${search}` : pathname;
  return (
    <Dialog
      title="Your session has ended"
      description="What you see is as it was then. Log in to go on; you come back to this view."
      closable={false}
      onClose={() => undefined}
    >
      <a href={routes.login(here)} className={buttonClass("primary")}>
        Log in
      </a>
    </Dialog>
  );
}
