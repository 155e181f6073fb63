import { type ReactNode, useId } from "react";
import { ScrollAside } from "@/components/ui/scroll-aside";

/** A titled box. `note` stands beside the title, `aside` at the right edge. */
export function Panel({
  title,
  note,
  aside,
  flush = false,
  id: given,
  children,
}: {
  title: ReactNode;
  note?: ReactNode;
  aside?: ReactNode;
  /** Without padding: for tables. */
  flush?: boolean;
  id?: string;
  children: ReactNode;
}) {
  const made = useId();
  const id = given ?? made;
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-3.5 py-1.5">
        <h2 id={id} className="text-sm font-semibold">
          {title}
        </h2>
        {note ? <span className="text-sm text-faint">{note}</span> : null}
        {aside ? <span className="ml-auto flex items-center gap-2">{aside}</span> : null}
      </div>
      {flush ? <ScrollAside>{children}</ScrollAside> : <div className="px-3.5 py-3">{children}</div>}
    </section>
  );
}
