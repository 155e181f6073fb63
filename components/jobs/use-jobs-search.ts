"use client";

import { usePathname } from "next/navigation";
import { useQueryStates } from "nuqs";
import { useEffect, useMemo } from "react";
import { rememberList } from "@/components/jobs/list-memory";
import type { ListQuestion } from "@/lib/query/jobs";
import { type JobsSearch, jobsQueryString, jobsSearch } from "@/lib/url/jobs-search";
import { routes } from "@/lib/url/routes";

export type ChangeSearch = ReturnType<typeof useJobsSearch>[1];

/** The list's filters, sort and columns: they live in the URL alone. Each change is a step that "back" undoes. */
export function useJobsSearch() {
  const states = useQueryStates(jobsSearch, { history: "push", clearOnDefault: true });
  // Other pages filter by the same words: theirs is not the list that one goes back to.
  const listed = usePathname() === routes.jobs();
  const query = jobsQueryString(states[0]);
  useEffect(() => {
    if (listed) rememberList(query);
  }, [listed, query]);
  return states;
}

/** What decides which jobs are listed, without how they are shown. */
export function useListQuestion(search: JobsSearch): ListQuestion {
  const { columns: _columns, widths: _widths, ...question } = search;
  const text = JSON.stringify(question);
  return useMemo(() => JSON.parse(text) as ListQuestion, [text]);
}
