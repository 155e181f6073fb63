import type { Answer } from "@/lib/server/outbound/transport";

/** Signatures are refused beyond 15 minutes; a difference of this much is worth a word. */
const NOTABLE_MS = 5 * 60_000;

/** Words to append to "The vendor refused the credentials", where its clock is far from ours; else nothing. */
export function clockNote(answer: Answer, now: number): string {
  const difference = Math.abs(Date.parse(answer.headers["date"] ?? "") - now);
  if (!(difference >= NOTABLE_MS)) return "";
  return ` (its clock differs from ours by ${Math.round(difference / 60_000)} min, which may be why)`;
}
