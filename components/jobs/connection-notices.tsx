"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import { usePreferences } from "@/components/shell/preferences";
import type { Connection } from "@/lib/contract/connection";
import { formatClock } from "@/lib/format/instant";
import { plural } from "@/lib/format/number";
import { sentence } from "@/lib/format/sentence";
import { oneLine, shorten } from "@/lib/format/visible-text";
import { connectionQueries } from "@/lib/query/connections";
import { routes } from "@/lib/url/routes";

function FailingNotice({ connection }: { connection: Connection }) {
  const { zone } = usePreferences();
  const { id, lastAnswerAt, lastError, jobs } = connection;
  return (
    <Notice
      tone="bad"
      action={
        <Link href={routes.connection(id)} prefetch={false} className="text-muted underline hover:text-text">
          Details
        </Link>
      }
    >
      <b className="font-semibold text-danger">{id}</b>{" "}
      {lastAnswerAt ? `has not answered since ${formatClock(lastAnswerAt, zone)}.` : "has never answered."}{" "}
      {lastError ? `${sentence(shorten(oneLine(lastError.message), 160))} ` : null}
      {jobs.active > 0
        ? `Its ${plural(jobs.active, "active job")} are shown as they were then.`
        : "Its jobs are shown as they were then."}
    </Notice>
  );
}

/** Which connections do not answer, beside the list that still shows the rest. */
export function ConnectionNotices({ only }: { only: readonly string[] }) {
  const { data } = useQuery(connectionQueries.list());
  const failing = (data?.items ?? []).filter(
    ({ id, health }) => health === "failing" && (only.length === 0 || only.includes(id)),
  );
  if (failing.length === 0) return null;
  const shown = failing.slice(0, 2);
  return (
    <div role="status" className="flex flex-col gap-1.5">
      {shown.map((connection) => (
        <FailingNotice key={connection.id} connection={connection} />
      ))}
      {failing.length > shown.length ? (
        <Notice tone="bad">
          <Link href={routes.connections()} prefetch={false} className="underline">
            {plural(failing.length - shown.length, "more connection")} without an answer
          </Link>
        </Notice>
      ) : null}
    </div>
  );
}
