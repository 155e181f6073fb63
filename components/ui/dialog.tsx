"use client";

import { clsx } from "clsx";
import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { giveFocusBack, rowOf } from "@/components/ui/hand-focus-on";

/** A dialog that traps focus and gives it back. Load it lazily: no first paint needs one. */
export function Dialog({
  title,
  description,
  onClose,
  wide = false,
  closable = true,
  mayDismiss = () => true,
  footer,
  children,
}: {
  title: string;
  description?: ReactNode;
  onClose: () => void;
  wide?: boolean;
  /** Whether the cross, Escape and a press beside it close it. */
  closable?: boolean;
  /** Asked when Escape or a press beside it would close it; false keeps it open. */
  mayDismiss?: () => boolean;
  /** Stays in view at the bottom, however long the rest is. */
  footer?: ReactNode;
  children: ReactNode;
}) {
  // The primitive gives the focus back to a trigger of its own only, and these dialogs are opened from outside.
  const opener = useRef<Element | null>(null);
  const row = useRef<Element | null>(null);
  const dismiss = (event: Event) => {
    if (closable && !mayDismiss()) event.preventDefault();
  };
  return (
    <Primitive.Root open onOpenChange={(open) => (open || !closable ? undefined : onClose())}>
      <Primitive.Portal>
        <Primitive.Overlay className="animate-in fixed inset-0 z-50 bg-black/45" />
        <Primitive.Content
          className={clsx(
            "animate-in fixed top-1/2 left-1/2 z-50 flex max-h-[92dvh] w-[calc(100vw-24px)] -translate-x-1/2 -translate-y-1/2",
            "flex-col rounded-lg border border-line-strong bg-surface shadow-(--shadow) outline-none",
            wide ? "max-w-3xl" : "max-w-lg",
          )}
          onEscapeKeyDown={dismiss}
          onPointerDownOutside={dismiss}
          onOpenAutoFocus={() => {
            opener.current ??= document.activeElement;
            row.current ??= rowOf(opener.current);
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            giveFocusBack(opener.current, row.current);
          }}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <div className="flex items-start gap-3 border-b border-line px-4 py-3">
            <div className="min-w-0 flex-1">
              <Primitive.Title className="text-lg [overflow-wrap:anywhere]">{title}</Primitive.Title>
              {description ? (
                <Primitive.Description asChild>
                  <div className="mt-0.5 text-muted">{description}</div>
                </Primitive.Description>
              ) : null}
            </div>
            {closable ? (
              <Primitive.Close className="rounded p-1 text-muted hover:bg-sunken" aria-label="Close">
                <X aria-hidden size={16} />
              </Primitive.Close>
            ) : null}
          </div>
          <div className="min-h-0 overflow-y-auto px-4 py-3">{children}</div>
          {footer ? <div className="shrink-0 border-t border-line px-4 py-3">{footer}</div> : null}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
