"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import type { ChangeSearch } from "@/components/jobs/use-jobs-search";
import { COLUMN_IDS, type JobsSearch } from "@/lib/url/jobs-search";

type Sizing = Record<string, number>;
type Updater = Sizing | ((before: Sizing) => Sizing);

/** Widths while they are dragged; they reach the URL when the hand rests. */
export function useTableSizing(widths: JobsSearch["widths"], change: ChangeSearch) {
  const fromUrl = JSON.stringify(Object.fromEntries(widths.map(({ column, px }) => [column, px])));
  const [draft, setDraft] = useState<{ base: string; sizing: Sizing } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ofUrl = useMemo(() => JSON.parse(fromUrl) as Sizing, [fromUrl]);
  const sizing = draft?.base === fromUrl ? draft.sizing : ofUrl;
  function setSizing(updater: Updater) {
    const next = typeof updater === "function" ? updater(sizing) : updater;
    setDraft({ base: fromUrl, sizing: next });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const list = COLUMN_IDS.flatMap((column) => (next[column] ? [{ column, px: Math.round(next[column]) }] : []));
      void change({ widths: list }, { history: "replace" });
    }, 250);
  }
  return { sizing, setSizing };
}
