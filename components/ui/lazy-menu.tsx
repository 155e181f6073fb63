"use client";

import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import { type ComponentProps, type ReactNode, Suspense, lazy, useState } from "react";
import { type Tone, buttonClass } from "@/components/ui/button";
import type { MenuEntry } from "@/components/ui/menu-content";

export type { MenuEntry };

const load = () => import("@/components/ui/menu-content");
const MenuContent = lazy(load);

function Trigger({
  text,
  label,
  tone,
  small,
  chevron,
  active,
  ...props
}: Omit<ComponentProps<"button">, "children"> & TriggerProps) {
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label={label}
      title={label}
      {...props}
      className={clsx(buttonClass(tone, small), active && "border-accent! text-accent!", props.className)}
    >
      {text}
      {chevron ? <ChevronDown aria-hidden size={13} className="text-faint" /> : null}
    </button>
  );
}

interface TriggerProps {
  text: ReactNode;
  /** The accessible name where the text is not one. */
  label?: string;
  tone?: Tone;
  small?: boolean;
  chevron?: boolean;
  /** Something is chosen in it. */
  active?: boolean;
}

/** A button whose menu is fetched when someone reaches for it. Until then it is a plain button of the same look. */
export function LazyMenu({
  entries,
  align = "start",
  onOpenChange,
  chevron = true,
  ...trigger
}: TriggerProps & {
  entries: () => MenuEntry[];
  align?: "start" | "end";
  onOpenChange?: (open: boolean) => void;
}) {
  const [wanted, setWanted] = useState(false);
  const plain = (
    <Trigger
      {...trigger}
      chevron={chevron}
      aria-expanded={wanted}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => {
        setWanted(true);
        onOpenChange?.(true);
      }}
    />
  );
  if (!wanted) return plain;
  return (
    <Suspense fallback={plain}>
      <MenuContent
        trigger={<Trigger {...trigger} chevron={chevron} />}
        entries={entries}
        align={align}
        onOpenChange={onOpenChange}
      />
    </Suspense>
  );
}
