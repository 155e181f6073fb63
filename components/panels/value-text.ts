import { visibleText } from "@/lib/format/visible-text";

/** Any value of a vendor's as text that a person can read: texts as they are, the rest as JSON. */
export function valueText(value: unknown): string {
  if (typeof value === "string") return visibleText(value);
  if (value === null || value === undefined) return "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value) && value.every((item) => typeof item === "string" || typeof item === "number")) {
    return value.length === 0 ? "none" : value.map((item) => visibleText(String(item))).join(", ");
  }
  return visibleText(JSON.stringify(value) ?? "–");
}
