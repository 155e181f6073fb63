"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { LazyMenu } from "@/components/ui/lazy-menu";
import { Button } from "@/components/ui/button";
import { useChangePreferences, usePreferences } from "@/components/shell/preferences";
import type { Theme } from "@/components/shell/preferences-cookie";
import { zoneLabel } from "@/lib/format/instant";
import { useNow } from "@/components/time/now";

const THEMES: Record<Theme, { word: string; Icon: typeof Sun }> = {
  system: { word: "As the system", Icon: Monitor },
  light: { word: "Light", Icon: Sun },
  dark: { word: "Dark", Icon: Moon },
};

/** System, light or dark. */
export function ThemeMenu() {
  const { theme } = usePreferences();
  const change = useChangePreferences();
  const { Icon, word } = THEMES[theme];
  return (
    <LazyMenu
      text={<Icon aria-hidden size={15} />}
      label={`Theme: ${word.toLowerCase()}`}
      tone="quiet"
      chevron={false}
      align="end"
      entries={() =>
        (Object.keys(THEMES) as Theme[]).map((value) => ({
          type: "choice" as const,
          label: THEMES[value].word,
          checked: value === theme,
          onSelect: () => change({ theme: value }),
        }))
      }
    />
  );
}

/** Local time or UTC, everywhere at once. */
export function ZoneSwitch() {
  const { zone } = usePreferences();
  const change = useChangePreferences();
  const known = useNow() > 0;
  const label = zone === "utc" ? "UTC" : known ? zoneLabel("local", new Date().getTimezoneOffset()) : "Local";
  return (
    <Button
      tone="quiet"
      onClick={() => change({ zone: zone === "utc" ? "local" : "utc" })}
      title={zone === "utc" ? "Times are in UTC: click for local time" : "Times are local: click for UTC"}
      aria-label={
        zone === "utc" ? "Times in UTC, switch to local time" : `Times in local time (${label}), switch to UTC`
      }
    >
      {zone === "local" && label === "UTC" ? "Local" : label}
    </Button>
  );
}
