"use client";

import { HEALTH_FACE, healthSentence, healthWord } from "@/components/connections/health";
import { HealthDot } from "@/components/connections/health-dot";
import { usePreferences } from "@/components/shell/preferences";
import { useNow } from "@/components/time/now";
import type { Connection } from "@/lib/contract/connection";
import { shorten, visibleText } from "@/lib/format/visible-text";

/** A dot, a word, and the sentence that ticks along. */
export function HealthWords({ connection }: { connection: Connection }) {
  const now = useNow();
  const { zone } = usePreferences();
  const { hue } = HEALTH_FACE[connection.health];
  return (
    <div className={hue}>
      <span className="flex items-center gap-1.5 font-medium">
        <HealthDot health={connection.health} />
        <span className="text-state first-letter:uppercase">{healthWord(connection, now, zone)}</span>
      </span>
      {now === 0 ? null : (
        <span className="block text-sm text-muted [overflow-wrap:anywhere]">
          {shorten(visibleText(healthSentence(connection, now)), 300)}
        </span>
      )}
    </div>
  );
}
