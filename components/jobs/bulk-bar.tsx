"use client";

import dynamic from "next/dynamic";
import { Bell, X } from "lucide-react";
import { useState } from "react";
import { planBulk } from "@/components/jobs/bulk-plan";
import type { Selection } from "@/components/jobs/selection";
import { useWatch } from "@/components/jobs/watch";
import { useWhyNoActions } from "@/components/session/online";
import { Button } from "@/components/ui/button";
import { plural } from "@/lib/format/number";
import { isFinal } from "@/lib/jobs/state";

const BulkDialog = dynamic(() => import("@/components/jobs/bulk-dialog").then((part) => part.BulkDialog), {
  ssr: false,
});

/** What can be done with the chosen jobs. */
export function BulkBar({ selection }: { selection: Selection }) {
  const [open, setOpen] = useState(false);
  const watch = useWatch();
  const why = useWhyNoActions();
  if (selection.size === 0) return null;
  const plan = planBulk(selection.jobs);
  const going = selection.jobs.filter((job) => !isFinal(job.state));
  return (
    <div
      role="region"
      aria-label="Selected jobs"
      className="tinted flex flex-wrap items-center gap-2 rounded-md border border-accent/40 px-3 py-1.5 [--c:var(--accent)]"
    >
      <span className="font-medium">{plural(selection.size, "job")} selected</span>
      <Button
        small
        tone="danger"
        disabled={plan.asked.length === 0 || why !== null}
        title={why ?? (plan.asked.length === 0 ? "None of them can be cancelled or stopped now" : undefined)}
        onClick={() => setOpen(true)}
        data-cancel-chosen
      >
        Cancel {plan.asked.length}…
      </Button>
      <Button small disabled={going.length === 0} onClick={() => void watch.start(going)}>
        <Bell aria-hidden size={13} /> Tell me when they end
      </Button>
      <Button small tone="quiet" onClick={selection.clear} className="ml-auto">
        <X aria-hidden size={13} /> Clear
      </Button>
      {open ? <BulkDialog jobs={selection.jobs} onClose={() => setOpen(false)} onDone={selection.clear} /> : null}
    </div>
  );
}
