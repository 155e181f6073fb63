import type { Connection } from "@/lib/contract/connection";
import { formatAge, formatMoment, type Zone } from "@/lib/format/instant";
import { sentence } from "@/lib/format/sentence";

export type Health = Connection["health"];

/** A connection's health as a hue and a word; the shape is a dot, filled or hollow. */
export const HEALTH_FACE: Record<Health, { hue: string; word: string; hollow: boolean }> = {
  ok: { hue: "[--c:var(--succeeded)]", word: "working", hollow: false },
  slow: { hue: "[--c:var(--suspended)]", word: "slow", hollow: false },
  failing: { hue: "[--c:var(--failed)]", word: "not answering", hollow: false },
  paused: { hue: "[--c:var(--muted)]", word: "paused", hollow: true },
  starting: { hue: "[--c:var(--muted)]", word: "not asked yet", hollow: true },
};

/**
 * The word with what it means just now. A vendor that answers slowly has no error, one that we back off from has told us
 * to. @param now epoch ms by the server's clock, 0 where it is not known yet
 */
export function healthWord({ health, lastError, nextPollAt }: Answer, now: number, zone: Zone): string {
  if (health !== "slow") return HEALTH_FACE[health].word;
  if (!lastError) return "slow answer";
  const waits = now !== 0 && nextPollAt !== null && Date.parse(nextPollAt) > now;
  return waits ? `backing off until ${formatMoment(nextPollAt, zone, now)}` : "backing off";
}

type Answer = Pick<Connection, "health" | "since" | "lastAnswerAt" | "lastError" | "nextPollAt">;

/** What stands behind a connection's health, after its word. @param now epoch ms by the server's clock */
export function healthSentence(connection: Answer, now: number): string {
  const { health, since, lastAnswerAt, lastError, nextPollAt } = connection;
  const answer = lastAnswerAt ? `last answer ${formatAge(lastAnswerAt, now)}` : "never answered";
  const error = lastError ? `${sentence(lastError.message)} ` : "";
  const answered = `${answer.charAt(0).toUpperCase()}${answer.slice(1)}`;
  const wait = nextPollAt && Date.parse(nextPollAt) > now ? `, asks again ${formatAge(nextPollAt, now)}` : "";
  switch (health) {
    case "ok":
      return answer;
    case "slow":
      return `${error}${error ? answered : answer}${wait}`;
    case "failing":
      return `since ${formatAge(since, now)}. ${error}${answered}${wait}`;
    case "paused":
      return answer;
    case "starting":
      return "the first sweep is still to come";
  }
}
