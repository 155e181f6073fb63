"use client";

import { BrokenPage } from "@/components/shell/broken-page";

/** What fails outside of the dashboard's pages: its shell, and the log-in. */
export default function RootError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="flex min-h-dvh flex-col justify-center">
      <BrokenPage {...props} />
    </main>
  );
}
