import { Moment } from "@/components/time/instant";
import type { Connection } from "@/lib/contract/connection";
import { sentence } from "@/lib/format/sentence";
import { oneLine, shorten } from "@/lib/format/visible-text";

/** Since when a connection's jobs are as they are shown, and why as far as it is known; after the connection's name. */
export function LastAnswer({ connection }: { connection: Connection }) {
  const { health, lastAnswerAt, lastError } = connection;
  if (health === "paused") {
    return (
      <>
        is paused, so nobody asks its vendor.{" "}
        {lastAnswerAt ? (
          <>
            Its last good answer came <Moment iso={lastAnswerAt} />.
          </>
        ) : (
          "It has never given a good answer."
        )}
      </>
    );
  }
  return (
    <>
      {lastAnswerAt ? (
        <>
          has given no good answer since <Moment iso={lastAnswerAt} />.
        </>
      ) : (
        "has never given a good answer."
      )}
      {lastError ? ` ${sentence(shorten(oneLine(lastError.message), 160))}` : null}
    </>
  );
}
