import { visibleText } from "@/lib/format/visible-text";

/** A value as indented JSON, as text. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2) ?? "";
}

export function JsonView({ value, label }: { value: unknown; label?: string }) {
  return (
    <pre
      tabIndex={0}
      role="region"
      aria-label={label ?? "JSON"}
      className="max-h-[60dvh] overflow-auto rounded-md bg-sunken p-3 font-mono text-sm leading-5 whitespace-pre-wrap [overflow-wrap:anywhere]"
    >
      {visibleText(jsonText(value))}
    </pre>
  );
}
