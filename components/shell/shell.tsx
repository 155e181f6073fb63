"use client";

import { clsx } from "clsx";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Announcer } from "@/components/ui/announcer";
import { ToastPlace } from "@/components/ui/toast-place";
import { useOnline } from "@/components/session/online";
import { SamePerson } from "@/components/session/same-person";
import { SessionPrompt } from "@/components/session/session-prompt";
import { useKeys } from "@/components/shell/keys";
import { SHELL_PAGES } from "@/components/shell/pages";
import { Rail } from "@/components/shell/rail";
import { ReloadOnce } from "@/components/shell/reload-once";
import { TopBar } from "@/components/shell/top-bar";
import { useWho } from "@/components/shell/who";

const Palette = dynamic(() => import("@/components/shell/palette").then((part) => part.Palette), { ssr: false });
const KeySheet = dynamic(() => import("@/components/shell/key-sheet").then((part) => part.KeySheet), { ssr: false });

/**
 * What stands around every page. The page hydrates with it, in one go: a boundary between them would let the shell's
 * questions be answered before the page is compared with what the server drew.
 */
export function Shell({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<"palette" | "keys" | null>(null);
  const router = useRouter();
  const { role } = useWho();
  const online = useOnline();
  useKeys([
    { keys: "mod+k", label: "Command palette", group: "Everywhere", run: () => setOpen("palette") },
    { keys: "?", label: "This list of keys", group: "Everywhere", run: () => setOpen("keys") },
    ...SHELL_PAGES.filter((page) => !page.role || page.role === role).map((page) => ({
      keys: page.keys,
      label: `Go to ${page.label}`,
      group: "Everywhere" as const,
      run: () => router.push(page.href),
    })),
  ]);
  return (
    <div className="flex h-dvh max-md:flex-col">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <Rail />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <TopBar onPalette={() => setOpen("palette")} onKeys={() => setOpen("keys")} />
        <main
          id="main"
          tabIndex={-1}
          className={clsx("flex min-h-0 flex-1 flex-col overflow-y-auto outline-none", online || "old-data")}
        >
          {children}
        </main>
      </div>
      {open === "palette" ? <Palette onClose={() => setOpen(null)} onKeys={() => setOpen("keys")} /> : null}
      {open === "keys" ? <KeySheet onClose={() => setOpen(null)} /> : null}
      <SessionPrompt />
      <SamePerson />
      <ToastPlace />
      <Announcer />
      <ReloadOnce />
    </div>
  );
}
