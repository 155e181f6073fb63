import type { Random } from "../kit/random";

/**
 * An id as Dremio makes it: eight hex digits that count down with the seconds, then random ones, the last byte zero.
 * It only looks like a UUID (vendors' document, 2.1).
 */
export function newJobId(random: Random, submittedAt: number): string {
  const head = (0x7fffffff - Math.floor(submittedAt / 1000)).toString(16).padStart(8, "0");
  const tail = `${random.hex(22)}00`;
  return [head, tail.slice(0, 4), tail.slice(4, 8), tail.slice(8, 12), tail.slice(12)].join("-");
}

/** Whether the server could parse the id at all; the documentation's own samples fail this. */
export function isParseableId(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
