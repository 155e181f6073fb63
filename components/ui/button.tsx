import { clsx } from "clsx";
import type { ComponentProps } from "react";

export type Tone = "plain" | "primary" | "danger" | "quiet";

const TONES: Record<Tone, string> = {
  plain: "border-line-strong bg-surface text-text hover:bg-sunken",
  primary: "border-accent bg-accent text-on-accent hover:opacity-90",
  danger: "border-danger/50 bg-surface text-danger hover:bg-danger/10",
  quiet: "border-transparent bg-transparent text-muted hover:bg-sunken hover:text-text",
};

/** The look of a button, for links and menu triggers too. */
export function buttonClass(tone: Tone = "plain", small = false): string {
  return clsx(
    "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap",
    "transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:opacity-55",
    small ? "h-6 min-w-6 px-2 text-sm" : "h-8 min-w-8 px-2.5",
    TONES[tone],
  );
}

export function Button({
  tone,
  small,
  className,
  type = "button",
  ...props
}: ComponentProps<"button"> & { tone?: Tone; small?: boolean }) {
  return <button type={type} className={clsx(buttonClass(tone, small), className)} {...props} />;
}
