import type { Connection } from "@/lib/contract/connection";
import { oneLine, shorten } from "@/lib/format/visible-text";

/** Why a connection's list is not all that the vendor has, or came about in another way. */
export function Incomplete({ connection }: { connection: Connection }) {
  if (!connection.notice) return null;
  return (
    <span className="mt-0.5 block text-sm text-caution [overflow-wrap:anywhere]">
      {shorten(oneLine(connection.notice.message), 300)}
    </span>
  );
}
