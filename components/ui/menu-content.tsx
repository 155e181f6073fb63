"use client";

import { Check } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";

/** One entry of a menu. `checked` makes it a toggle that keeps the menu open. */
export type MenuEntry =
  | { type: "item"; label: ReactNode; textValue?: string; onSelect: () => void; disabled?: boolean; hint?: ReactNode }
  | { type: "link"; label: ReactNode; href: string; download?: boolean; hint?: ReactNode }
  | { type: "toggle"; label: ReactNode; textValue?: string; checked: boolean; onChange: (checked: boolean) => void }
  | { type: "choice"; label: ReactNode; checked: boolean; onSelect: () => void }
  | { type: "heading"; label: ReactNode }
  | { type: "line" };

const Mark = ({ shown }: { shown: boolean }) => (
  <span aria-hidden className="w-4 shrink-0 text-accent">
    {shown ? <Check size={14} /> : null}
  </span>
);
const Hint = ({ children }: { children: ReactNode }) => (
  <span className="ml-auto pl-4 text-sm text-faint">{children}</span>
);

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.type) {
    case "item":
      return (
        <DropdownMenu.Item
          className="menu-item"
          disabled={entry.disabled}
          textValue={entry.textValue}
          onSelect={entry.onSelect}
        >
          {entry.label}
          {entry.hint ? <Hint>{entry.hint}</Hint> : null}
        </DropdownMenu.Item>
      );
    case "link":
      return (
        <DropdownMenu.Item className="menu-item" asChild>
          <a href={entry.href} download={entry.download}>
            {entry.label}
            {entry.hint ? <Hint>{entry.hint}</Hint> : null}
          </a>
        </DropdownMenu.Item>
      );
    case "toggle":
      return (
        <DropdownMenu.CheckboxItem
          className="menu-item"
          checked={entry.checked}
          textValue={entry.textValue}
          onCheckedChange={entry.onChange}
          onSelect={(event) => event.preventDefault()}
        >
          <Mark shown={entry.checked} />
          {entry.label}
        </DropdownMenu.CheckboxItem>
      );
    case "choice":
      return (
        <DropdownMenu.CheckboxItem className="menu-item" checked={entry.checked} onSelect={entry.onSelect}>
          <Mark shown={entry.checked} />
          {entry.label}
        </DropdownMenu.CheckboxItem>
      );
    case "heading":
      return <DropdownMenu.Label className="px-2 pt-2 pb-1 text-sm text-faint">{entry.label}</DropdownMenu.Label>;
    case "line":
      return <DropdownMenu.Separator className="my-1 h-px bg-line" />;
  }
}

/** Radix's menu around a trigger, opened as it mounts: `LazyMenu` brings it in at the first click. */
export default function MenuContent({
  trigger,
  entries,
  align,
  onOpenChange,
}: {
  trigger: ReactNode;
  entries: () => MenuEntry[];
  align: "start" | "end";
  onOpenChange?: (open: boolean) => void;
}) {
  return (
    <DropdownMenu.Root defaultOpen modal={false} onOpenChange={onOpenChange}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu animate-in" align={align} sideOffset={4} collisionPadding={8}>
          {entries().map((entry, index) => (
            <Entry key={index} entry={entry} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
