"use client";

import { useQueryStates } from "nuqs";
import { useEffect, useMemo, useRef, useState } from "react";
import { serverNow } from "@/components/time/now";
import { type AxisRange, rangeFromSearch, rangeToSearch } from "@/components/timeline-page/axis-range";
import { AxisStore } from "@/components/timeline-page/axis-store";
import { jobsSearch } from "@/lib/url/jobs-search";

/** A pan rests this long before the URL and the server hear of it. */
const REST_MS = 250;

/** The axis, and the range in the URL that it comes to rest at: the two follow each other. */
export function useAxis(): { axis: AxisStore; settled: AxisRange } {
  const [{ from, to }, setSearch] = useQueryStates(
    { from: jobsSearch.from, to: jobsSearch.to },
    { history: "replace", scroll: false },
  );
  const settled = useMemo(() => rangeFromSearch({ from, to }, serverNow()), [from, to]);
  const [axis] = useState(() => new AxisStore(settled));
  const written = useRef<string | null>(null);
  useEffect(() => {
    if (written.current !== `${from} ${to}`) axis.set(settled);
    written.current = null;
  }, [axis, settled, from, to]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = axis.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const next = rangeToSearch(axis.get());
        // A length that moves along is whole minutes in the URL: what is seen is what a reload will show.
        if (axis.get().end === null) axis.set(rangeFromSearch(next, serverNow()));
        written.current = `${next.from} ${next.to}`;
        void setSearch(next);
      }, REST_MS);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [axis, setSearch]);
  return { axis, settled };
}
