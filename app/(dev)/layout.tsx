import { notFound } from "next/navigation";
import { type ReactNode, Suspense } from "react";
import { Providers } from "@/app/providers";
import { DEFAULT_PREFERENCES } from "@/components/shell/preferences-cookie";

export const dynamic = "force-dynamic";

/** The component gallery: only where PREVIEW=1. Its data is made up, and nothing in it asks a server. */
export default function PreviewLayout({ children }: { children: ReactNode }) {
  if (process.env.PREVIEW !== "1") notFound();
  const me = { id: "1", email: "admin@jobwatch.test", role: "admin" as const, connections: null };
  return (
    <Providers me={me} preferences={{ ...DEFAULT_PREFERENCES, zone: "utc" }}>
      <Suspense>{children}</Suspense>
    </Providers>
  );
}
