"use client";

import { Tabs } from "radix-ui";
import dynamic from "next/dynamic";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import type { ReactNode } from "react";
import { EventsTab } from "@/components/job/events-tab";
import { HistoryTab } from "@/components/job/history-tab";
import type { JobDetail } from "@/lib/contract/job";

const RawTab = dynamic(() => import("@/components/job/raw-tab").then((part) => part.RawTab));
const ResultsTab = dynamic(() => import("@/components/job/results-tab").then((part) => part.ResultsTab));
const LogTab = dynamic(() => import("@/components/job/log-tab").then((part) => part.LogTab));

const TABS = ["events", "history", "results", "log", "raw"] as const;
type Tab = (typeof TABS)[number];

/** What else is known of the job; which part is open is in the URL. */
export function JobTabs({ job }: { job: JobDetail }) {
  const [tab, setTab] = useQueryState(
    "tab",
    parseAsStringLiteral(TABS).withDefault("events").withOptions({ history: "push" }),
  );
  const ref = { connection: job.connection, kind: job.kind, id: job.id };
  const all: { id: Tab; label: string; offered: boolean; draw: () => ReactNode }[] = [
    {
      id: "events",
      label: "Events",
      offered: true,
      draw: () => <EventsTab events={job.events} connection={job.connection} />,
    },
    {
      id: "history",
      label: job.history.length > 0 ? `History · ${job.history.length}` : "History",
      offered: true,
      draw: () => <HistoryTab job={job} />,
    },
    { id: "results", label: "Results", offered: job.offers.results, draw: () => <ResultsTab refOf={ref} /> },
    { id: "log", label: "Log", offered: job.offers.log, draw: () => <LogTab refOf={ref} /> },
    { id: "raw", label: "Raw", offered: true, draw: () => <RawTab raw={job.raw} /> },
  ];
  const shown = all.filter(({ offered }) => offered);
  const open = shown.some(({ id }) => id === tab) ? tab : "events";
  return (
    <Tabs.Root
      value={open}
      onValueChange={(next) => void setTab(TABS.find((one) => one === next) ?? "events")}
      className="flex flex-col"
    >
      <Tabs.List aria-label="More about this job" className="flex gap-5 overflow-x-auto border-b border-line">
        {shown.map(({ id, label }) => (
          <Tabs.Trigger
            key={id}
            value={id}
            className="h-9 shrink-0 text-muted hover:text-text data-[state=active]:font-medium data-[state=active]:text-text data-[state=active]:shadow-[inset_0_-2px_var(--accent)]"
          >
            {label}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {shown.map(({ id, draw }) => (
        <Tabs.Content key={id} value={id} className="py-3 outline-offset-4">
          {open === id ? draw() : null}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
