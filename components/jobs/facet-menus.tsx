"use client";

import { LazyMenu, type MenuEntry } from "@/components/ui/lazy-menu";
import type { FacetValues } from "@/components/jobs/use-facet-values";
import type { ChangeSearch } from "@/components/jobs/use-jobs-search";
import { oneLine, shorten } from "@/lib/format/visible-text";
import type { FacetKey, JobsSearch } from "@/lib/url/jobs-search";
import { whenWords } from "@/lib/url/when";

const MENUS: readonly { key: Exclude<FacetKey, "state">; label: string }[] = [
  { key: "vendor", label: "Vendor" },
  { key: "connection", label: "Connection" },
  { key: "kind", label: "Kind" },
  { key: "owner", label: "Owner" },
  { key: "queue", label: "Queue" },
  { key: "type", label: "Type" },
];
/** A menu of more is for the search box to complete. */
const SHOWN = 60;

const RANGES = ["-15m", "-1h", "-6h", "-24h", "-7d", "-30d"] as const;

function timeEntries(search: JobsSearch, change: ChangeSearch): MenuEntry[] {
  const range = (key: "from" | "endedFrom"): MenuEntry[] =>
    RANGES.map((value) => ({
      type: "choice",
      label: (whenWords(value) ?? value).replace("the last", "Last"),
      checked: search[key] === value,
      onSelect: () => void change({ [key]: search[key] === value ? null : value }),
    }));
  return [
    { type: "heading", label: "Submitted" },
    ...range("from"),
    { type: "heading", label: "Ended" },
    ...range("endedFrom"),
    { type: "line" },
    {
      type: "item",
      label: "Any time",
      onSelect: () => void change({ from: null, to: null, endedFrom: null, endedTo: null }),
    },
  ];
}

function timeText(search: JobsSearch): string | null {
  if (search.from) return (whenWords(search.from) ?? "Submitted: a range").replace("the last", "Last");
  if (search.endedFrom) return `Ended: ${whenWords(search.endedFrom)?.replace("the ", "") ?? "a range"}`;
  return search.to || search.endedTo ? "A range" : null;
}

/** The same filters as the search box, as menus. */
export function FacetMenus({
  search,
  change,
  values,
  labels,
  time = true,
}: {
  search: JobsSearch;
  change: ChangeSearch;
  values: FacetValues;
  labels: ReadonlyMap<string, string>;
  /** Off where the page has a range of its own. */
  time?: boolean;
}) {
  const entries = (key: Exclude<FacetKey, "state">): MenuEntry[] => {
    const chosen = search[key];
    const all = [...new Set([...chosen, ...values[key]])];
    const items = all.slice(0, SHOWN).map((value): MenuEntry => ({
      type: "toggle",
      label: shorten(oneLine(labels.get(`${key} ${value}`) ?? value), 60),
      textValue: value,
      checked: chosen.includes(value),
      onChange: (on) => void change({ [key]: on ? [...chosen, value] : chosen.filter((one) => one !== value) }),
    }));
    const more: MenuEntry[] =
      all.length > SHOWN ? [{ type: "heading", label: `${all.length - SHOWN} more: type ${key}: in the search` }] : [];
    const none: MenuEntry[] =
      all.length === 0 ? [{ type: "item", label: "Nothing known yet", disabled: true, onSelect: () => undefined }] : [];
    const internal: MenuEntry[] =
      key === "type"
        ? [
            { type: "line" },
            {
              type: "toggle",
              label: "Internal and accelerator jobs",
              checked: search.internal === "show",
              onChange: (on) => void change({ internal: on ? "show" : null }),
            },
          ]
        : [];
    const clear: MenuEntry[] = chosen.length
      ? [{ type: "line" }, { type: "item", label: "Any", onSelect: () => void change({ [key]: null }) }]
      : [];
    return [...items, ...more, ...none, ...internal, ...clear];
  };
  return (
    <>
      {MENUS.map(({ key, label }) => (
        <LazyMenu
          key={key}
          text={search[key].length > 0 ? `${label} · ${search[key].length}` : label}
          active={search[key].length > 0 || (key === "type" && search.internal === "show")}
          entries={() => entries(key)}
        />
      ))}
      {time ? (
        <LazyMenu
          text={timeText(search) ?? "Time"}
          active={timeText(search) !== null}
          entries={() => timeEntries(search, change)}
        />
      ) : null}
    </>
  );
}
