import { clsx } from "clsx";
import { CircleCheck, OctagonAlert, TriangleAlert } from "lucide-react";
import { backpressureFace } from "@/components/graph/operator-state";

const LOOK = {
  good: { Icon: CircleCheck, hue: "text-good" },
  caution: { Icon: TriangleAlert, hue: "text-caution" },
  bad: { Icon: OctagonAlert, hue: "text-danger" },
} as const;

/** Backpressure as shape and word. `quiet`: nothing where there is none of it. */
export function BackpressureWord({ level, quiet = false }: { level: string | null; quiet?: boolean }) {
  const face = backpressureFace(level);
  if (!face) return quiet ? null : <span className="text-faint">not told</span>;
  if (quiet && face.tone === "good") return null;
  const { Icon, hue } = LOOK[face.tone];
  return (
    <span className={clsx("inline-flex items-center gap-1", hue)} title={`Backpressure: ${face.word}`}>
      <Icon aria-hidden size={12} />
      {quiet ? `backpressure ${face.word}` : face.word}
    </span>
  );
}
