"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { WatchProvider } from "@/components/jobs/watch";
import { PreferencesProvider } from "@/components/shell/preferences";
import type { Preferences } from "@/components/shell/preferences-cookie";
import { isChunkProblem, reloadOnce } from "@/components/shell/reload-once";
import { WhoProvider } from "@/components/shell/who";
import type { Me } from "@/lib/contract/access";
import { createQueryClient } from "@/lib/query/query-client";

/** A file of an old build that is gone is no answer of the server's: the page loads anew, once. */
function onReadError(error: Error): void {
  if (isChunkProblem(error)) reloadOnce();
}

/** What every page of the dashboard shares: one query client, the URL's state, the person and the person's choices. */
export function Providers({ me, preferences, children }: { me: Me; preferences: Preferences; children: ReactNode }) {
  const [client] = useState(() => createQueryClient(onReadError));
  return (
    <QueryClientProvider client={client}>
      <NuqsAdapter>
        <PreferencesProvider initial={preferences}>
          <WhoProvider me={me}>
            <WatchProvider>{children}</WatchProvider>
          </WhoProvider>
        </PreferencesProvider>
      </NuqsAdapter>
    </QueryClientProvider>
  );
}
