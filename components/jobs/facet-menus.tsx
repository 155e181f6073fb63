"use client";

import { memo } from "react";
import { LazyMenu, type MenuEntry } from "@/components/ui/lazy-menu";
import { TimeMenu } from "@/components/jobs/time-menu";
import type { FacetValues } from "@/components/jobs/use-facet-values";
import type { ChangeSearch } from "@/components/jobs/use-jobs-search";
import { oneLine, shorten } from "@/lib/format/visible-text";
import type { FacetKey, JobsSearch } from "@/lib/url/jobs-search";

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

/** The same filters as the search box, as menus. */
export const FacetMenus = memo(function FacetMenus({
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
      {time ? <TimeMenu search={search} change={change} /> : null}
    </>
  );
});
