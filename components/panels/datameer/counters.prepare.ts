import type { Unit } from "@/components/panels/field-facts";

export interface Counter {
  name: string;
  /** `IMPORT_DROPPED_RECORDS` → `Import dropped records` */
  label: string;
  value: number | string;
  unit: Unit;
  /** Something was lost: look here. */
  alarming: boolean;
}

export interface CounterGroup {
  title: "Records" | "Bytes" | "Dropped" | "Other";
  counters: Counter[];
}

function groupOf(name: string): CounterGroup["title"] {
  if (name.includes("DROPPED")) return "Dropped";
  if (name.endsWith("_BYTES")) return "Bytes";
  return name.endsWith("_RECORDS") ? "Records" : "Other";
}

/** Counters are an open map (vendor document, job details): known endings group them, the rest are shown as they are. */
export function prepareCounters(counters: Readonly<Record<string, number | string>>): CounterGroup[] {
  const all = Object.entries(counters).map(([name, value]) => {
    const words = name.toLowerCase().replaceAll("_", " ");
    const group = groupOf(name);
    return {
      group,
      name,
      label: words.charAt(0).toUpperCase() + words.slice(1),
      value,
      unit: group === "Bytes" ? ("bytes" as const) : ("count" as const),
      alarming: group === "Dropped" && Number(value) > 0,
    };
  });
  const titles = ["Records", "Bytes", "Dropped", "Other"] as const;
  return titles.flatMap((title) => {
    const own = all.filter(({ group }) => group === title).map(({ group: _group, ...counter }) => counter);
    return own.length > 0 ? [{ title, counters: own }] : [];
  });
}
