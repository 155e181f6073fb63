import { notFound } from "next/navigation";
import { type ReactNode, Suspense } from "react";
import { Providers } from "@/app/providers";
import { DEFAULT_PREFERENCES } from "@/components/shell/preferences-cookie";

export const dynamic = "force-dynamic";

/** The component gallery: only where PREVIEW=1. Its data is made up, and nothing in it asks a server. */
export default function PreviewLayout({ children }: { children: ReactNode }) {
  if (process.env.PREVIEW !== "1") notFound();
  const me = { id: "preview", email: "preview@jobwatch.test", role: "admin" as const, connections: null };
  return (
    <Providers me={me} preferences={{ ...DEFAULT_PREFERENCES, zone: "utc" }}>
      <Suspense>
        <main className="mx-auto flex max-w-5xl flex-col gap-6 px-4 py-6">{children}</main>
      </Suspense>
    </Providers>
  );
}
