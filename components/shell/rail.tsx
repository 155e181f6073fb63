"use client";

import { clsx } from "clsx";
import { useQuery } from "@tanstack/react-query";
import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { SHELL_PAGES, type ShellPage } from "@/components/shell/pages";
import { useChangePreferences, usePreferences } from "@/components/shell/preferences";
import { useWho } from "@/components/shell/who";
import { connectionQueries } from "@/lib/query/connections";
import { routes } from "@/lib/url/routes";

/** A word beside an entry: how many connections do not answer. */
function useNotes(): Record<string, string> {
  const { data } = useQuery(connectionQueries.list());
  const down = data?.items.filter((connection) => connection.health === "failing").length ?? 0;
  return down > 0 ? { [routes.connections()]: `${down} down` } : {};
}

function Entry({ page, closed, note }: { page: ShellPage; closed: boolean; note: string | undefined }) {
  const pathname = usePathname();
  const here = pathname === page.href || pathname.startsWith(`${page.href}/`);
  return (
    <li className="max-md:flex-1">
      <Link
        href={page.href}
        prefetch={false}
        aria-current={here ? "page" : undefined}
        title={page.label}
        className={clsx(
          "flex items-center gap-2.5 rounded-md px-2 text-muted hover:bg-surface hover:text-text md:h-8",
          "max-md:h-14 max-md:flex-col max-md:justify-center max-md:gap-1 max-md:px-0 max-md:text-[11px]",
          here && "bg-surface font-medium text-text! shadow-[inset_0_0_0_1px_var(--line)] max-md:shadow-none",
          closed ? "md:justify-center" : "md:max-rail:justify-center",
        )}
      >
        <page.Icon aria-hidden size={16} className="shrink-0" />
        <span className={closed ? "md:sr-only" : "md:max-rail:sr-only"}>{page.label}</span>
        {note ? (
          <span className={clsx("ml-auto text-sm whitespace-nowrap text-danger max-rail:sr-only", closed && "sr-only")}>
            {note}
          </span>
        ) : null}
      </Link>
    </li>
  );
}

/** The way around: a rail on the left, of icons alone where the window leaves no room, a bar at the bottom of a phone. */
export function Rail() {
  const closed = usePreferences().rail === "closed";
  const change = useChangePreferences();
  const notes = useNotes();
  const { role } = useWho();
  const Icon = closed ? PanelLeftOpen : PanelLeftClose;
  return (
    <nav
      aria-label="Main"
      className={clsx(
        "z-30 flex shrink-0 flex-col border-line bg-sunken md:border-r md:px-2 md:py-3",
        "max-md:order-last max-md:border-t max-md:pb-[env(safe-area-inset-bottom)]",
        closed ? "md:w-12" : "md:w-12 rail:w-48",
      )}
    >
      <Link
        href={routes.jobs()}
        prefetch={false}
        className={clsx(
          "mb-3 flex items-center gap-2 px-2 text-[14px] font-semibold max-md:hidden",
          closed ? "justify-center" : "max-rail:justify-center",
        )}
      >
        <img src="/icon.svg" alt="" width={18} height={18} />
        <span className={closed ? "sr-only" : "max-rail:sr-only"}>Jobwatch</span>
      </Link>
      <ul className="flex flex-col gap-0.5 max-md:flex-row">
        {SHELL_PAGES.filter((page) => !page.role || page.role === role).map((page) => (
          <Entry key={page.href} page={page} closed={closed} note={notes[page.href]} />
        ))}
      </ul>
      <button
        type="button"
        onClick={() => change({ rail: closed ? "open" : "closed" })}
        className={clsx(
          "mt-auto flex h-8 items-center gap-2.5 rounded-md px-2 text-muted hover:bg-surface max-rail:hidden",
          closed && "justify-center",
        )}
        aria-expanded={!closed}
        title={closed ? "Widen the navigation" : "Narrow the navigation"}
      >
        <Icon aria-hidden size={16} />
        <span className={clsx(closed && "sr-only")}>{closed ? "Expand" : "Collapse"}</span>
      </button>
    </nav>
  );
}
