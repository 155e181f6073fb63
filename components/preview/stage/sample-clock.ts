import { SAMPLE_NOW } from "@/components/preview/samples/jobs";
import { freshness } from "@/lib/query/freshness";

/** The page's clock follows the server's: here the samples' own, so that what lasts has lasted for minutes. */
export function setSampleClock(): void {
  if (typeof window === "undefined") return;
  const now = Date.now();
  freshness.note("/preview", now, now, SAMPLE_NOW);
}
