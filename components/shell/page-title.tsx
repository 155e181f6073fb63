"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Fragment } from "react";
import { useLastList } from "@/components/jobs/list-memory";
import { SHELL_PAGES } from "@/components/shell/pages";
import { routes } from "@/lib/url/routes";

/** Where one is. A page's own name is its `h1`, in the page; here stands the way to it. */
export function PageTitle() {
  const pathname = usePathname();
  const list = useLastList();
  const page = SHELL_PAGES.find(({ href }) => pathname === href || pathname.startsWith(`${href}/`));
  if (!page) return null;
  const way = page.href === routes.jobs() ? routes.jobs(list) : page.href;
  const rest = pathname.slice(page.href.length).split("/").filter(Boolean).map(decodeURIComponent);
  if (rest.length === 0) return <h1 className="truncate text-[14px]">{page.label}</h1>;
  return (
    <nav aria-label="Breadcrumb" className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1.5 text-[14px] text-faint">
        <li className="shrink-0">
          <Link href={way} prefetch={false} className="block hover:text-text hover:underline">
            {page.label}
          </Link>
        </li>
        {rest.map((part, index) => (
          <Fragment key={index}>
            <li aria-hidden className={index < rest.length - 1 ? "max-sm:hidden" : undefined}>
              /
            </li>
            <li
              className={clsx("max-w-64 truncate", index < rest.length - 1 && "max-sm:hidden")}
              aria-current={index === rest.length - 1 ? "page" : undefined}
            >
              {part}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
