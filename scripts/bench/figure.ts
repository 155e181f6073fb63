import type { Scenes } from "./scenes";

/** One comparison within one run. */
export interface Reading {
  what: string;
  /** One measured value over its baseline of the same run; a plain number where `unit` says of what. */
  value: number;
  unit?: string;
  /** null: told, but nothing is demanded. */
  limit: { atMost: number } | { atLeast: number } | null;
  /** The values behind it, with their units. */
  absolute: string;
}

export interface Figure {
  name: string;
  about: string;
  /** Whether it measures the built server. */
  needsBuild: boolean;
  /** Given up, and so not held, after this. */
  patienceSeconds: number;
  /** @throws where it cannot be measured */
  run(scenes: Scenes): Promise<Reading[]>;
}

export function holds({ value, limit }: Reading): boolean {
  if (limit === null) return true;
  return "atMost" in limit ? value <= limit.atMost : value >= limit.atLeast;
}
