"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { LastAnswer } from "@/components/jobs/last-answer";
import { IncompleteNotices } from "@/components/jobs/incomplete-notices";
import { Notice } from "@/components/ui/notice";
import type { Connection } from "@/lib/contract/connection";
import { plural } from "@/lib/format/number";
import { connectionQueries } from "@/lib/query/connections";
import { routes } from "@/lib/url/routes";

function FailingNotice({ connection }: { connection: Connection }) {
  const { id, jobs } = connection;
  return (
    <Notice
      tone="bad"
      action={
        <Link href={routes.connection(id)} prefetch={false} className="text-muted underline hover:text-text">
          Details
        </Link>
      }
    >
      <b className="font-semibold text-danger">{id}</b> <LastAnswer connection={connection} />{" "}
      {jobs.active === 1
        ? "Its 1 active job is shown as it was then."
        : `Its ${jobs.active > 0 ? plural(jobs.active, "active job") : "jobs"} are shown as they were then.`}
    </Notice>
  );
}

/** Which connections do not answer or tell less than there is, beside the list that still shows the rest. */
export function ConnectionNotices({ only }: { only: readonly string[] }) {
  const { data } = useQuery(connectionQueries.list());
  const items = (data?.items ?? []).filter(({ id }) => only.length === 0 || only.includes(id));
  const failing = items.filter(({ health }) => health === "failing");
  const incomplete = items.filter(({ health, notice }) => health !== "failing" && notice !== null);
  if (failing.length + incomplete.length === 0) return null;
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
      <IncompleteNotices items={incomplete} />
    </div>
  );
}
