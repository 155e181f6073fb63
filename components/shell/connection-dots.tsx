"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { HEALTH_FACE, healthSentence } from "@/components/connections/health";
import { HealthDot } from "@/components/connections/health-dot";
import { URGENCY, sumHealth } from "@/components/connections/health-sum";
import { usePreferences } from "@/components/shell/preferences";
import { serverNow } from "@/components/time/now";
import type { Connection } from "@/lib/contract/connection";
import { formatClock } from "@/lib/format/instant";
import { connectionQueries } from "@/lib/query/connections";
import { routes } from "@/lib/url/routes";

/** More than these are summed up: an operator of fifty connections looks for the ones in trouble. */
const SHOWN = 5;

function Dot({ connection }: { connection: Connection }) {
  const { zone } = usePreferences();
  const { health } = connection;
  // Of a passing slowness the colour and the name for readers tell: a word would move the bar.
  const trouble =
    health === "failing"
      ? ` · no good answer since ${formatClock(connection.lastAnswerAt ?? connection.since, zone)}`
      : "";
  return (
    <li>
      <Link
        href={routes.connection(connection.id)}
        prefetch={false}
        title={`${connection.name}: ${HEALTH_FACE[health].word}, ${healthSentence(connection, serverNow())}`}
        className="flex h-6 items-center gap-1.5 rounded px-1 text-sm whitespace-nowrap text-muted hover:bg-sunken hover:text-text"
      >
        <HealthDot health={health} />
        <span className="max-w-40 truncate">{connection.id}</span>
        {trouble ? (
          <span className="max-xl:sr-only">{trouble}</span>
        ) : (
          <span className="sr-only">: {HEALTH_FACE[health].word}</span>
        )}
      </Link>
    </li>
  );
}

/** One dot per connection, each in its place; where there are too many, those most in trouble. */
export function ConnectionDots() {
  const { data } = useQuery(connectionQueries.list());
  if (!data || data.items.length === 0) return null;
  const worst = [...data.items].sort((a, b) => URGENCY.indexOf(a.health) - URGENCY.indexOf(b.health)).slice(0, SHOWN);
  const hidden = data.items.length - worst.length;
  return (
    <ul aria-label="Connections" className="flex min-w-0 items-center gap-1.5">
      {data.items
        .filter((connection) => worst.includes(connection))
        .map((connection) => (
          <Dot key={connection.id} connection={connection} />
        ))}
      {hidden > 0 ? (
        <li>
          <Link href={routes.connections()} prefetch={false} className="px-1 text-sm text-muted hover:text-text">
            and {hidden} more
          </Link>
        </li>
      ) : null}
    </ul>
  );
}

/** The same where there is room for one dot only: the worst of them, and how many it is about. */
export function ConnectionDot() {
  const { data } = useQuery(connectionQueries.list());
  const sum = sumHealth(data?.items ?? []);
  if (!sum) return null;
  return (
    <Link
      href={routes.connections()}
      prefetch={false}
      aria-label={sum.name}
      title={sum.name}
      className="flex h-8 shrink-0 items-center gap-1.5 rounded px-1.5 text-sm whitespace-nowrap text-muted hover:bg-sunken hover:text-text"
    >
      <HealthDot health={sum.worst} />
      <span className={sum.worst === "failing" ? "font-medium text-danger" : undefined}>{sum.text}</span>
    </Link>
  );
}
