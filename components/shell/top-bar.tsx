"use client";

import { Command } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ConnectionDots } from "@/components/shell/connection-dots";
import { ThemeMenu, ZoneSwitch } from "@/components/shell/display-menu";
import { LiveSwitch } from "@/components/shell/live-switch";
import { PageTitle } from "@/components/shell/page-title";
import { UserMenu } from "@/components/shell/user-menu";

export function TopBar({ onPalette, onKeys }: { onPalette: () => void; onKeys: () => void }) {
  return (
    <header className="z-20 flex h-12 shrink-0 items-center gap-1.5 border-b border-line bg-surface px-3 md:px-5">
      <PageTitle />
      <div className="ml-auto hidden min-w-0 overflow-hidden lg:block">
        <ConnectionDots />
      </div>
      <div className="flex shrink-0 items-center max-lg:ml-auto">
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
