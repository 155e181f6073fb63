import { clsx } from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type NoticeTone = "info" | "good" | "caution" | "bad";

const TONES: Record<NoticeTone, { hue: string; Icon: typeof Info; word: string }> = {
  info: { hue: "[--c:var(--accent)]", Icon: Info, word: "Note" },
  good: { hue: "[--c:var(--succeeded)]", Icon: CircleCheck, word: "Done" },
  caution: { hue: "[--c:var(--suspended)]", Icon: TriangleAlert, word: "Attention" },
  bad: { hue: "[--c:var(--failed)]", Icon: CircleAlert, word: "Problem" },
};

/** A sentence that matters, with the step that follows from it. `live` makes readers hear it when it appears. */
export function Notice({
  tone,
  children,
  action,
  live = false,
}: {
  tone: NoticeTone;
  children: ReactNode;
  action?: ReactNode;
  live?: boolean;
}) {
  const { hue, Icon, word } = TONES[tone];
  return (
    <div
      role={live ? (tone === "bad" ? "alert" : "status") : undefined}
      className={clsx("tinted flex items-start gap-2 rounded-md border border-state/35 px-3 py-2", hue)}
    >
      <Icon aria-hidden size={15} className="mt-0.5 shrink-0 text-state" />
      <span className="sr-only">{word}: </span>
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">{children}</div>
      {action ? <div className="flex shrink-0 gap-2">{action}</div> : null}
    </div>
  );
}
