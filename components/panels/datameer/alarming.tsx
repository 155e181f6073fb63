import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** A figure that should be 0: a sign beside it, and a word for readers. @param title what it means */
export function Alarming({ title, children }: { title: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1 font-semibold text-caution" title={title}>
      <TriangleAlert aria-hidden size={12} />
      <span className="sr-only">Attention: </span>
      {children}
    </span>
  );
}
