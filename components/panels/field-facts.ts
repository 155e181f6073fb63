import type { Fact } from "@/components/ui/facts";
import { formatBytes } from "@/lib/format/bytes";
import { formatDurationWords } from "@/lib/format/duration";
import { formatFull, type Zone } from "@/lib/format/instant";
import { formatCount } from "@/lib/format/number";
import { visibleText } from "@/lib/format/visible-text";

export type Unit = "text" | "count" | "bytes" | "seconds" | "ms" | "epoch" | "cu" | "cu-hours" | "json";

/** One field of a vendor's document, as it is shown. */
export interface FieldSpec {
  label: string;
  value: unknown;
  unit?: Unit;
  /** The document's default: shown as such where the field has it. */
  fallback?: unknown;
  /** Said beside the value. */
  note?: string;
}

function show(value: unknown, unit: Unit, zone: Zone): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map((item) => show(item, unit, zone)).join(", ");
  if (typeof value === "object" && value !== null) return JSON.stringify(value);
  const text = visibleText(String(value));
  const figure = Number(value);
  if (unit === "text" || unit === "json" || !Number.isFinite(figure)) return text;
  switch (unit) {
    case "count":
      return formatCount(typeof value === "number" ? value : text);
    case "bytes":
      return formatBytes(typeof value === "number" ? value : text);
    case "seconds":
      return formatDurationWords(figure * 1000);
    case "ms":
      return formatDurationWords(figure);
    case "epoch":
      return figure > 0 ? formatFull(new Date(figure).toISOString(), zone) : "never";
    case "cu":
      return `${formatCount(figure)} CU`;
    case "cu-hours":
      return `${(figure / 3_600_000).toFixed(2)} core hours`;
  }
}

/** The exact figure beside one that was made readable. */
function exact(value: unknown, unit: Unit): string | undefined {
  if (unit === "bytes" && Number(value) >= 1000) return `${formatCount(value as number | string)} B`;
  if (unit === "seconds" && Number(value) >= 60) return `${formatCount(value as number)} s`;
  if (unit === "ms" && Number(value) >= 60_000) return `${formatCount(value as number)} ms`;
  return undefined;
}

/** Facts from fields: absent, null, empty and default are told apart, units are written out. */
export function fieldFacts(specs: readonly FieldSpec[], zone: Zone): Fact[] {
  return specs.map(({ label, value, unit = "text", fallback, note }) => {
    if (value === undefined || value === null) return { label, value: value as null | undefined, note };
    if (value === "" || (Array.isArray(value) && value.length === 0)) return { label, value: "", note: "empty" };
    const notes = [exact(value, unit), fallback !== undefined && value === fallback ? "default" : undefined, note];
    return { label, value: show(value, unit, zone), note: notes.filter(Boolean).join(" · ") || undefined };
  });
}
