"use client";

import { useQuery } from "@tanstack/react-query";
import { Command, useCommandState } from "cmdk";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { StateIcon } from "@/components/jobs/state-icon";
import { SHELL_PAGES } from "@/components/shell/pages";
import { useChangePreferences, usePreferences } from "@/components/shell/preferences";
import { useWho } from "@/components/shell/who";
import { logOut } from "@/components/session/log-out";
import { oneLine, shorten } from "@/lib/format/visible-text";
import { jobQueries } from "@/lib/query/jobs";
import { live } from "@/lib/query/polling";
import { accessQueries } from "@/lib/query/access";
import { QUICK_VIEWS } from "@/lib/url/quick-views";
import { routes } from "@/lib/url/routes";

const GROUP =
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-faint";

/** An option that cannot be chosen: a list for readers is never without one. */
function NothingFound({ word }: { word: string }) {
  const count = useCommandState((state) => state.filtered.count);
  if (count > 0) return null;
  return (
    <Command.Item forceMount disabled value="nothing found" className="px-3 py-6 text-center text-muted">
      {word}
    </Command.Item>
  );
}

/** Go anywhere, find a job, change how things are shown. */
export function Palette({ onClose, onKeys }: { onClose: () => void; onKeys: () => void }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const found = useQuery(jobQueries.search(text.trim()));
  const views = useQuery(accessQueries.views());
  const { zone } = usePreferences();
  const change = useChangePreferences();
  const { role } = useWho();
  const run = (action: () => void) => () => {
    onClose();
    action();
  };
  const go = (href: string) => run(() => router.push(href));
  const path = /\/jobs\/[^\s?#]+\/[^\s?#]+\/[^\s]+/.exec(text)?.[0];
  return (
    <Command.Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      label="Command palette"
      loop
      overlayClassName="fixed inset-0 z-50 bg-black/45"
      contentClassName="fixed top-[12dvh] left-1/2 z-50 w-[calc(100vw-24px)] max-w-xl -translate-x-1/2 overflow-hidden rounded-lg border border-line-strong bg-surface shadow-(--shadow) outline-none"
    >
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder="Go to, find a job by name, id or error…"
        className="h-11 w-full border-b border-line bg-transparent px-4 outline-none placeholder:text-faint"
      />
      <Command.List className="max-h-[52dvh] overflow-y-auto p-1">
        {path || found.data?.items.length ? null : (
          <NothingFound word={found.isFetching ? "Searching…" : "Nothing of that name"} />
        )}
        {path ? (
          <Command.Item forceMount value={`open ${text}`} className="menu-item" onSelect={go(path)}>
            Open this job
          </Command.Item>
        ) : null}
        {found.data && found.data.items.length > 0 ? (
          <Command.Group heading="Jobs" className={GROUP}>
            {found.data.items.map((job) => (
              // Its value begins with what was typed, so that it is kept and the first one is chosen.
              <Command.Item
                key={job.path}
                value={`${text} ${job.path}`}
                className="menu-item"
                onSelect={go(routes.job(job))}
              >
                <StateIcon state={job.state} named />
                <span className="truncate font-mono text-sm">{shorten(oneLine(job.name), 90)}</span>
                <span className="ml-auto shrink-0 text-sm text-faint">{job.connection}</span>
              </Command.Item>
            ))}
          </Command.Group>
        ) : null}
        <Command.Group heading="Go to" className={GROUP}>
          {SHELL_PAGES.filter((page) => !page.role || page.role === role).map((page) => (
            <Command.Item key={page.href} className="menu-item" onSelect={go(page.href)}>
              <page.Icon aria-hidden size={14} /> {page.label}
            </Command.Item>
          ))}
        </Command.Group>
        <Command.Group heading="Views" className={GROUP}>
          {QUICK_VIEWS.map((view) => (
            <Command.Item key={view.name} className="menu-item" onSelect={go(routes.jobs(view.query))}>
              {view.name}
            </Command.Item>
          ))}
          {views.data?.map((view) => (
            <Command.Item
              key={view.id}
              value={`view ${view.name} ${view.id}`}
              className="menu-item"
              onSelect={go(routes.jobs(view.query))}
            >
              {view.name}
            </Command.Item>
          ))}
        </Command.Group>
        <Command.Group heading="Show" className={GROUP}>
          {(["light", "dark", "system"] as const).map((theme) => (
            <Command.Item key={theme} className="menu-item" onSelect={run(() => change({ theme }))}>
              Theme: {theme}
            </Command.Item>
          ))}
          <Command.Item className="menu-item" onSelect={run(() => change({ zone: zone === "utc" ? "local" : "utc" }))}>
            Times in {zone === "utc" ? "local time" : "UTC"}
          </Command.Item>
          <Command.Item className="menu-item" onSelect={run(() => live.setPaused(!live.isPaused()))}>
            Pause or resume live updates
          </Command.Item>
          <Command.Item className="menu-item" onSelect={run(onKeys)}>
            Keyboard
          </Command.Item>
          <Command.Item className="menu-item" onSelect={run(() => void logOut())}>
            Log out
          </Command.Item>
        </Command.Group>
      </Command.List>
    </Command.Dialog>
  );
}
