import { clsx } from "clsx";
import { VendorMark } from "@/components/jobs/vendor-mark";
import { surelyFits } from "@/components/jobs/surely-fits";
import type { Job } from "@/lib/contract/job";
import { oneLine, shorten } from "@/lib/format/visible-text";
import { routes } from "@/lib/url/routes";

/** Long enough for the widest screen; a statement of a megabyte must not stand in every row. */
const SHOWN = 240;
/** px that are there in the narrowest column, but for one that somebody made narrower: there the cell cuts. */
const ROOM = 160;
const MARK = 16;

/**
 * The job's name, where it runs, and why it failed. Its row leads to the job where the link is pressed. In compact rows all
 * of it stands on one line: the mark before the name, the error behind it, and the rest of the second line is left to the
 * hover and to readers.
 */
export function NameCell({ job }: { job: Job }) {
  const name = oneLine(job.name.slice(0, 2000));
  const error = job.error ? oneLine(job.error.slice(0, 1000)) : null;
  const failed = job.state === "failed";
  const words = [job.connection, job.kind, job.gone ? "no longer at the vendor" : null].filter(Boolean).join(" · ");
  return (
    <div className="min-w-0 [.compact_&]:flex [.compact_&]:items-center [.compact_&]:gap-1.5">
      <a
        href={routes.job(job)}
        title={[shorten(name, 1000), words, error].filter(Boolean).join("\n")}
        className={clsx(
          "block min-w-0 font-mono text-sm hover:underline",
          surelyFits(name, ROOM) ? "[.compact_&]:truncate" : "truncate",
        )}
        data-job-link
      >
        {shorten(name, SHOWN)}
      </a>
      <span
        className={clsx(
          "flex min-w-0 items-center gap-1 text-xs text-faint [.compact_&]:contents",
          !surelyFits(words, ROOM - MARK) && "overflow-hidden",
        )}
      >
        <VendorMark vendor={job.vendor} label={job.vendor} size={12} className="[.compact_&]:-order-1" />
        <span className="shrink-0 [.compact_&]:sr-only">{words}</span>
        {error ? (
          <span
            className={
              failed
                ? "min-w-0 truncate text-danger [.compact_&]:min-w-[35%] [.compact_&]:flex-1"
                : "min-w-0 truncate [.compact_&]:flex-1"
            }
            title={shorten(error, 1000)}
          >
            · {shorten(error, SHOWN)}
          </span>
        ) : null}
      </span>
    </div>
  );
}
