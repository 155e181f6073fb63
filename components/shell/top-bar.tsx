"use client";

import { clsx } from "clsx";
import { Command } from "lucide-react";
import { OfflineBanner, useOnline } from "@/components/session/online";
import { Button } from "@/components/ui/button";
import { ConnectionDot, ConnectionDots } from "@/components/shell/connection-dots";
import { ThemeMenu, ZoneSwitch } from "@/components/shell/display-menu";
import { LiveSwitch } from "@/components/shell/live-switch";
import { PageTitle } from "@/components/shell/page-title";
import { UserMenu } from "@/components/shell/user-menu";

/** Where one is, and how the connections do; while there is no network that stands in their place, and pushes no row. */
export function TopBar({ onPalette, onKeys }: { onPalette: () => void; onKeys: () => void }) {
  const online = useOnline();
  return (
    <header className="z-20 flex h-12 shrink-0 items-center gap-1.5 border-b border-line bg-surface px-3 md:px-5">
      <div className={clsx("min-w-0", online || "max-md:sr-only")}>
        <PageTitle />
      </div>
      {online ? (
        <div className="ml-auto min-w-0 overflow-hidden max-lg:hidden">
          <ConnectionDots />
        </div>
      ) : (
        <OfflineBanner />
      )}
      <div className="ml-auto flex shrink-0 items-center lg:ml-0">
        {online ? (
          <div className="lg:hidden">
            <ConnectionDot />
          </div>
        ) : null}
        <LiveSwitch />
        <Button tone="quiet" onClick={onPalette} aria-label="Command palette" title="Command palette (Ctrl K)">
          <Command aria-hidden size={14} />
        </Button>
        <div className="max-sm:hidden">
          <ZoneSwitch />
        </div>
        <ThemeMenu />
        <UserMenu onKeys={onKeys} />
      </div>
    </header>
  );
}
