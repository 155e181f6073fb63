import type { Integer } from "@/components/panels/quantity";
import { fieldName } from "@/lib/format/field-name";

export interface Counter {
  /** As the vendor writes it: `IMPORT_DROPPED_RECORDS`. */
  name: string;
  /** `Import dropped records` */
  label: string;
  value: Integer;
  unit: "bytes" | "count";
  /** Something was lost. */
  alarming: boolean;
}

const TITLES = ["Records", "Bytes", "Dropped", "Preview", "Partitions", "Other"] as const;
export type CounterTitle = (typeof TITLES)[number];

export interface CounterGroup {
  title: CounterTitle;
  counters: Counter[];
}

/** A name's words decide: what was dropped is dropped first, whatever it counts. */
function titleOf(name: string): CounterTitle {
  const words = new Set(name.toUpperCase().split(/[^A-Z0-9]+/));
  if (words.has("DROPPED")) return "Dropped";
  if (words.has("PREVIEW")) return "Preview";
  if (words.has("BYTES")) return "Bytes";
  if (words.has("RECORDS")) return "Records";
  return words.has("PARTITIONS") || words.has("SPLITS") ? "Partitions" : "Other";
}

/** Counters are an open map (contract page 5.4): known words group and measure them, any other is shown as it is. */
export function prepareCounters(counters: Readonly<Record<string, Integer>>): CounterGroup[] {
  const all = Object.entries(counters).map(([name, value]) => {
    const title = titleOf(name);
    const counter: Counter = {
      name,
      label: fieldName(name),
      value,
      unit: /(^|_)BYTES$/i.test(name) ? "bytes" : "count",
      alarming: title === "Dropped" && Number(value) > 0,
    };
    return { title, counter };
  });
  return TITLES.flatMap((title) => {
    const own = all.filter((one) => one.title === title).map(({ counter }) => counter);
    return own.length > 0 ? [{ title, counters: own }] : [];
  });
}
