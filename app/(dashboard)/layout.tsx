import { cookies } from "next/headers";
import { type ReactNode, Suspense } from "react";
import { Providers } from "@/app/providers";
import { PREFERENCES_COOKIE, readPreferences } from "@/components/shell/preferences-cookie";
import { Shell } from "@/components/shell/shell";
import { currentUser } from "@/lib/server/auth/current-user";

/** The shell. Each page asks for its user itself, since only a page knows the path to come back to. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  if (!user) return children;
  const preferences = readPreferences((await cookies()).get(PREFERENCES_COOKIE)?.value);
  const { id, email, role, connections } = user;
  return (
    <Providers me={{ id, email, role, connections }} preferences={preferences}>
      <Suspense>
        <Shell>{children}</Shell>
      </Suspense>
    </Providers>
  );
}
