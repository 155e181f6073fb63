import type { Flow, Operator } from "@/components/graph/operator-graph";
import { backpressureFace } from "@/components/graph/operator-state";
import { formatBytes } from "@/lib/format/bytes";
import { formatCount, plural } from "@/lib/format/number";

/** `1,200 records, 4.2 MB`; a count that is not complete is "at least". null where nothing is known. */
export function flowWords({ records, bytes, complete }: Flow): string | null {
  const parts = [
    records === null ? null : plural(records, "record"),
    bytes === null ? null : formatBytes(bytes),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : `${complete ? "" : "at least "}${parts.join(", ")}`;
}

/** `2 running, 1 failed` */
export function taskWords(tasks: readonly [string, number][]): string {
  return tasks.map(([word, count]) => `${formatCount(count)} ${word.toLowerCase()}`).join(", ");
}

/** All that a drawn operator says, in one sentence for readers. */
export function operatorSentence({ name, parallelism, live }: Operator): string {
  const pressure = backpressureFace(live?.backpressure ?? null);
  const received = live ? flowWords(live.read) : null;
  const sent = live ? flowWords(live.written) : null;
  return [
    name,
    live?.status?.toLowerCase(),
    parallelism === null ? null : `parallelism ${parallelism}`,
    received ? `received ${received}` : null,
    sent ? `sent ${sent}` : null,
    pressure ? `backpressure ${pressure.word}` : null,
  ]
    .filter(Boolean)
    .join(", ");
}
