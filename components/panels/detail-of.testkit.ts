import { sampleJob } from "@/components/panels/sample-job";
import { JobDetail } from "@/lib/contract/job";
import type { JobSnapshot } from "@/lib/jobs/snapshot";

/** The page of what a connector read, encoded as the browser gets it: what is undefined does not arrive. */
export function detailOf(vendor: string, snapshot: JobSnapshot, more: Partial<JobDetail> = {}): JobDetail {
  const detail = sampleJob({
    vendor,
    kind: snapshot.kind,
    id: snapshot.id,
    name: snapshot.name ?? snapshot.nameIfUnknown ?? snapshot.id,
    state: snapshot.state,
    vendorState: snapshot.vendorState,
    startedAt: snapshot.startedAt ?? null,
    endedAt: snapshot.endedAt ?? null,
    durationMs: snapshot.durationMs ?? null,
    progress: snapshot.progress ?? null,
    rowCount: snapshot.rowCount ?? null,
    error: snapshot.error ?? null,
    run: snapshot.run,
    actions: snapshot.actions,
    details: snapshot.details,
    ...more,
  });
  return JobDetail.parse(JSON.parse(JSON.stringify(detail)));
}

/** Markup as its text, tags gone, as a reader would go through it. */
export function textOf(markup: string): string {
  return markup
    .replace(/<!--.*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}

/** Value by label of every definition list in the markup, in the order of the page. */
export function factsOf(markup: string): Map<string, string> {
  const facts = new Map<string, string>();
  for (const [, label = "", value = ""] of markup.matchAll(/<dt[^>]*>(.*?)<\/dt><dd[^>]*>(.*?)<\/dd>/gs)) {
    if (!facts.has(textOf(label))) facts.set(textOf(label), textOf(value));
  }
  return facts;
}
