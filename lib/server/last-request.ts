import { processGlobal } from "@/lib/server/process-global";

const last = processGlobal("last-request", () => ({ at: -Infinity }));

/** Says that somebody asked this process for something just now. */
export function noteRequest(): void {
  last.at = performance.now();
}

/** Whether nobody has asked for so long, in ms. An open tab asks every few seconds. */
export function isQuietFor(ms: number): boolean {
  return performance.now() - last.at >= ms;
}
