"use client";

import { useState } from "react";
import { LogTab } from "@/components/job/log-tab";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { DliSparkBatchDetails } from "@/lib/contract/details/huawei-dli";
import type { JobDetail } from "@/lib/contract/job";
import { visibleText } from "@/lib/format/visible-text";

/** The session's last lines at once; the driver's log when it is asked for, since it costs the vendor a call. */
export function BatchLog({ job, details: { log } }: { job: JobDetail; details: DliSparkBatchDetails }) {
  const [wanted, setWanted] = useState(false);
  if (!log?.length && !job.offers.log) return null;
  return (
    <Panel
      title="Log"
      id="batch-log"
      note={wanted ? "the driver's last lines" : "the session's last lines"}
      aside={
        job.offers.log && !wanted ? (
          <Button small onClick={() => setWanted(true)}>
            Read the driver&apos;s log
          </Button>
        ) : null
      }
    >
      {wanted ? (
        <LogTab refOf={{ connection: job.connection, kind: job.kind, id: job.id }} />
      ) : log?.length ? (
        <pre
          tabIndex={0}
          role="region"
          aria-label="The session's last lines"
          className="max-h-72 overflow-auto rounded-md bg-sunken p-3 font-mono text-sm leading-5 whitespace-pre-wrap [overflow-wrap:anywhere]"
        >
          {visibleText(log.join("\n"))}
        </pre>
      ) : (
        <p className="text-muted">The session document has no lines.</p>
      )}
    </Panel>
  );
}
