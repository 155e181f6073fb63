"use client";

import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { Columns3 } from "lucide-react";
import { Suspense, lazy, useEffect, useRef, useState } from "react";
import { ActionDoor } from "@/components/jobs/action-door";
import { BulkBar } from "@/components/jobs/bulk-bar";
import { ConnectionNotices } from "@/components/jobs/connection-notices";
import { ExportMenu } from "@/components/jobs/export-menu";
import { FacetMenus } from "@/components/jobs/facet-menus";
import { FilterLine } from "@/components/jobs/filter-line";
import { ListSkeleton } from "@/components/jobs/list-skeleton";
import { NoJobs } from "@/components/jobs/no-jobs";
import { problemWords } from "@/components/jobs/problem-words";
import { useReading } from "@/components/jobs/reading";
import { SearchBox } from "@/components/jobs/search-box";
import { useSelection } from "@/components/jobs/selection";
import { StateChips } from "@/components/jobs/state-chips";
import { useFacetValues } from "@/components/jobs/use-facet-values";
import { useJobsSearch, useListQuestion } from "@/components/jobs/use-jobs-search";
import { useListKeys } from "@/components/jobs/use-list-keys";
import { useNextPage } from "@/components/jobs/use-next-page";
import { useStateNews } from "@/components/jobs/use-state-news";
import { ViewMenu } from "@/components/jobs/view-menu";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { plural } from "@/lib/format/number";
import { PAGE_SIZE, jobQueries } from "@/lib/query/jobs";
import { oneLine, shorten } from "@/lib/format/visible-text";
import { DEFAULT_SORT } from "@/lib/url/jobs-search";
import { unreadFilters } from "@/lib/url/unread-filters";

// The table comes beside the first answer; until both are there, the skeleton keeps their room.
const loadTable = () => import("@/components/jobs/jobs-table");
const JobsTable = lazy(async () => ({ default: (await loadTable()).JobsTable }));

const ColumnsDialog = dynamic(() => import("@/components/jobs/columns-dialog").then((part) => part.ColumnsDialog), {
  ssr: false,
});

/** The list over all connections. */
export function JobsPage() {
  const [search, change] = useJobsSearch();
  const question = useListQuestion(search);
  const reading = useReading();
  const next = useNextPage(question);
  const { data: list, error, refetch, isPlaceholderData } = useQuery(jobQueries.list(question, reading));
  const selection = useSelection(list?.pages);
  const { values, labels } = useFacetValues();
  const scroller = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [columnsOpen, setColumnsOpen] = useState(false);
  useEffect(() => void loadTable(), []);
  const unread = unreadFilters(useSearchParams());
  useListKeys(scroller, input, selection.size > 0);
  useStateNews(list, selection.has);
  useEffect(() => reading.selects(selection.size > 0), [reading, selection.size]);
  const asked = useRef(question);
  useEffect(() => {
    if (asked.current === question) return;
    asked.current = question;
    scroller.current?.scrollTo({ top: 0 });
    reading.begins();
  }, [question, reading]);

  function letNewIn() {
    scroller.current?.scrollTo({ top: 0 });
    void reading.letNewIn(refetch);
  }
  const count = list ? list.pages.reduce((sum, page) => sum + page.items.length, 0) : 0;
  // That the question before found nothing tells nothing of this one.
  const loading = list ? isPlaceholderData && count === 0 : !error;
  const more = Boolean(list?.pages.at(-1)?.nextCursor);
  return (
    <ActionDoor>
      <div
        className="flex min-h-[30rem] flex-1 flex-col gap-2.5 px-3 py-3 max-md:min-h-0 max-md:pb-0 md:px-5"
        aria-busy={isPlaceholderData}
      >
        <StateChips
          search={search}
          change={change}
          counts={list?.counts ?? null}
          listed={list !== undefined}
          waiting={isPlaceholderData}
        />
        <FilterLine search={<SearchBox search={search} change={change} values={values} input={input} ended />}>
          <FacetMenus search={search} change={change} values={values} labels={labels} />
          <ViewMenu search={search} />
          <Button
            onClick={() => setColumnsOpen(true)}
            aria-label="Columns and density"
            title="Columns and density"
            className="max-md:hidden"
          >
            <Columns3 aria-hidden size={14} />
          </Button>
          <ExportMenu search={search} />
        </FilterLine>
        <div
          className={clsx("relative flex min-h-64 flex-1 flex-col max-md:-mx-3", isPlaceholderData && "old-data-soon")}
        >
          {list && list.held > 0 ? (
            <button
              type="button"
              onClick={letNewIn}
              className="absolute top-1 z-20 h-6 rounded-full bg-accent px-3 text-sm font-medium text-on-accent shadow-(--shadow) max-md:left-1/2 max-md:-translate-x-1/2 md:left-64"
            >
              {list.held >= PAGE_SIZE ? `${PAGE_SIZE}+ new jobs` : plural(list.held, "new job")}
            </button>
          ) : null}
          {!list && error ? (
            <div className="panel flex-1">
              <EmptyState
                title="The list could not be had"
                action={<Button onClick={() => void refetch()}>Try again</Button>}
              >
                {problemWords(error)}
              </EmptyState>
            </div>
          ) : null}
          {loading ? <ListSkeleton /> : null}
          {list && count === 0 && !loading ? <NoJobs search={search} change={change} /> : null}
          {list && count > 0 ? (
            <Suspense fallback={<ListSkeleton />}>
              <JobsTable
                list={list}
                search={search}
                change={change}
                reading={reading}
                selection={selection}
                scroller={scroller}
                onNearEnd={next.ahead}
              />
            </Suspense>
          ) : null}
        </div>
        {/* What comes and goes stands below the rows: above, it would push them under the pointer. */}
        <ConnectionNotices only={search.connection} />
        {error && list ? (
          <Notice
            tone="caution"
            action={
              <Button small onClick={() => void refetch()}>
                Try again
              </Button>
            }
          >
            {problemWords(error)} The list is as it was.
          </Notice>
        ) : null}
        {next.problem && !error ? (
          <Notice
            tone="caution"
            action={
              <Button small onClick={next.load}>
                Try again
              </Button>
            }
          >
            {next.problem} The jobs below these are not loaded yet.
          </Notice>
        ) : null}
        {unread.length > 0 ? (
          <Notice tone="caution">
            The address asks for <b className="font-semibold">{shorten(oneLine(unread.join(", ")), 160)}</b>, which
            cannot be read and is left out.
          </Notice>
        ) : null}
        <BulkBar selection={selection} />
        <p className="flex shrink-0 gap-3 text-sm text-faint max-md:hidden">
          <span>
            {loading ? "Loading" : list ? `${plural(count, "job")} loaded${more ? ", more below" : ""}` : "Not loaded"}
          </span>
          {list && search.sort === DEFAULT_SORT && !search.columns.includes("submitted") ? (
            <span>Newest first</span>
          ) : null}
        </p>
      </div>
      {columnsOpen ? <ColumnsDialog search={search} change={change} onClose={() => setColumnsOpen(false)} /> : null}
    </ActionDoor>
  );
}
