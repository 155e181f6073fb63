"use client";

import { BrokenPage } from "@/components/shell/broken-page";
import "@/app/globals.css";

/** What fails in the root layout itself: this stands in place of the whole document. */
export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Jobwatch</title>
        <main className="flex min-h-dvh flex-col justify-center">
          <BrokenPage {...props} />
        </main>
      </body>
    </html>
  );
}
