import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import type { Connection } from "@/lib/contract/connection";
import { plural } from "@/lib/format/number";
import { oneLine, shorten } from "@/lib/format/visible-text";
import { routes } from "@/lib/url/routes";

/** This many have a line of their own. */
const SHOWN = 2;

/** Why the list is not all that a vendor has, a line each. */
export function IncompleteNotices({ items }: { items: readonly Connection[] }) {
  return (
    <>
      {items.slice(0, SHOWN).map(({ id, notice }) =>
        notice ? (
          <Notice
            key={id}
            tone="info"
            action={
              <Link href={routes.connection(id)} prefetch={false} className="text-muted underline hover:text-text">
                Details
              </Link>
            }
          >
            <p className="truncate" title={shorten(oneLine(notice.message), 1000)}>
              <b className="font-semibold">{id}</b> {shorten(oneLine(notice.message), 300)}
            </p>
          </Notice>
        ) : null,
      )}
      {items.length > SHOWN ? (
        <Notice tone="info">
          <Link href={routes.connections()} prefetch={false} className="underline">
            {plural(items.length - SHOWN, "more connection")} with a note on its list
          </Link>
        </Notice>
      ) : null}
    </>
  );
}
