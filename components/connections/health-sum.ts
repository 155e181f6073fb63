import { HEALTH_FACE, type Health } from "@/components/connections/health";
import type { Connection } from "@/lib/contract/connection";

/** The ones in trouble first. */
export const URGENCY: readonly Health[] = ["failing", "slow", "starting", "ok", "paused"];

const SHORT: Partial<Record<Health, string>> = { failing: "down", slow: "slow" };

/** All connections as one dot. */
export interface HealthSum {
  worst: Health;
  /** `1 down` where something is wrong, else how many there are. */
  text: string;
  /** For readers: `Connections: 1 down, 3 working`. */
  name: string;
}

/** Null where there is no connection. */
export function sumHealth(items: readonly Pick<Connection, "health">[]): HealthSum | null {
  const counts = URGENCY.map((health) => ({
    health,
    count: items.filter((connection) => connection.health === health).length,
  })).filter(({ count }) => count > 0);
  const first = counts[0];
  if (!first) return null;
  const short = SHORT[first.health];
  const words = counts.map(({ health, count }) => `${count} ${SHORT[health] ?? HEALTH_FACE[health].word}`);
  return {
    worst: first.health,
    text: short ? `${first.count} ${short}` : String(items.length),
    name: `Connections: ${words.join(", ")}`,
  };
}
