"use client";

import { useQueryStates } from "nuqs";
import { useMemo } from "react";
import type { ListQuestion } from "@/lib/query/jobs";
import { type JobsSearch, jobsSearch } from "@/lib/url/jobs-search";

export type ChangeSearch = ReturnType<typeof useJobsSearch>[1];

/** The list's filters, sort and columns: they live in the URL alone. Each change is a step that "back" undoes. */
export function useJobsSearch() {
  return useQueryStates(jobsSearch, { history: "push", clearOnDefault: true });
}

/** What decides which jobs are listed, without how they are shown. */
export function useListQuestion(search: JobsSearch): ListQuestion {
  const { columns: _columns, widths: _widths, ...question } = search;
  const text = JSON.stringify(question);
  return useMemo(() => JSON.parse(text) as ListQuestion, [text]);
}
