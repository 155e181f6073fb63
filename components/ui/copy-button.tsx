"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button, type Tone } from "@/components/ui/button";
import { announce } from "@/components/ui/announcer";

/** Copies a text and says so, on the button and to readers. */
export function CopyButton({
  text,
  label,
  word,
  tone = "quiet",
  small = true,
}: {
  text: () => string;
  /** What is copied: "Copy job id". */
  label: string;
  /** A visible word beside the icon. */
  word?: string;
  tone?: Tone;
  small?: boolean;
}) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text());
      setCopied(true);
      announce("Copied");
      setTimeout(() => setCopied(false), 1500);
    } catch {
      announce("The browser did not let us copy");
    }
  }
  return (
    <Button tone={tone} small={small} onClick={copy} aria-label={word ? undefined : label} title={label}>
      {copied ? <Check aria-hidden size={13} /> : <Copy aria-hidden size={13} />}
      {word ? (copied ? "Copied" : word) : null}
    </Button>
  );
}
