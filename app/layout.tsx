import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { PREFERENCES_COOKIE, readPreferences } from "@/components/shell/preferences-cookie";
import "@/app/globals.css";

export const metadata: Metadata = {
  title: { default: "Jobwatch", template: "%s · Jobwatch" },
  description: "The jobs of every connected vendor, on one page.",
  icons: { icon: "/icon.svg" },
  robots: { index: false, follow: false },
};
export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** The theme comes with the first byte, by cookie: no flash, and no script before the page. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { theme } = readPreferences((await cookies()).get(PREFERENCES_COOKIE)?.value);
  return (
    <html lang="en" data-theme={theme === "system" ? undefined : theme} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
