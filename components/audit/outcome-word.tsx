import { CircleAlert, CircleCheck, CircleDot, CircleHelp, TriangleAlert } from "lucide-react";
import { outcomeFace } from "@/components/audit/audit-words";

const HUES = {
  info: "[--c:var(--accent)]",
  good: "[--c:var(--succeeded)]",
  caution: "[--c:var(--suspended)]",
  bad: "[--c:var(--failed)]",
} as const;
const ICONS = { info: CircleDot, good: CircleCheck, caution: TriangleAlert, bad: CircleAlert } as const;

/** How far an action has come: shape, word and hue. */
export function OutcomeWord({ outcome }: { outcome: string }) {
  const { word, advice, tone } = outcomeFace(outcome);
  const Icon = outcome === "unknown" ? CircleHelp : ICONS[tone];
  return (
    <span className={`${HUES[tone]} inline-flex items-center gap-1.5`} title={advice ?? undefined}>
      <Icon aria-hidden size={14} className="shrink-0 text-state" />
      <span className="font-[560] text-state">{word}</span>
    </span>
  );
}
