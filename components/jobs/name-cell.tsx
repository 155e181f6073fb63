import Link from "next/link";
import { VendorMark } from "@/components/jobs/vendor-mark";
import type { Job } from "@/lib/contract/job";
import { oneLine, shorten } from "@/lib/format/visible-text";
import { routes } from "@/lib/url/routes";

/** Long enough for the widest screen; a statement of a megabyte must not stand in every row. */
const SHOWN = 240;

/** The job's name on one line, where it runs, and why it failed. */
export function NameCell({ job }: { job: Job }) {
  const name = oneLine(job.name.slice(0, 2000));
  const error = job.error ? oneLine(job.error.slice(0, 1000)) : null;
  const words = [job.connection, job.kind, job.gone ? "no longer at the vendor" : null].filter(Boolean).join(" · ");
  return (
    <div className="min-w-0">
      <Link
        href={routes.job(job)}
        prefetch={false}
        title={shorten(name, 1000)}
        className="block truncate font-mono text-sm hover:underline"
        data-job-link
      >
        {shorten(name, SHOWN)}
      </Link>
      <span className="flex min-w-0 items-center gap-1 text-xs text-faint [.compact_&]:hidden">
        <VendorMark vendor={job.vendor} size={12} />
        <span className="shrink-0 truncate">{words}</span>
        {error ? (
          <span
            className={job.state === "failed" ? "min-w-0 truncate text-danger" : "min-w-0 truncate"}
            title={shorten(error, 1000)}
          >
            · {shorten(error, SHOWN)}
          </span>
        ) : null}
      </span>
    </div>
  );
}
