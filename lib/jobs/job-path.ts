import type { JobRef } from "@/lib/jobs/ref";

/** The page of a job: the URL that operators share. `run` names an earlier run of a definition. */
export function jobPath(ref: JobRef, run: string | null = null): string {
  const path = `/jobs/${[ref.connection, ref.kind, ref.id].map(encodeURIComponent).join("/")}`;
  return run === null ? path : `${path}?run=${encodeURIComponent(run)}`;
}
