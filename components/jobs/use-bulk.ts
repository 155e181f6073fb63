"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { planBulk } from "@/components/jobs/bulk-plan";
import { type BulkEnd, type BulkResults, runBulk } from "@/components/jobs/bulk-run";
import { useWhyNoActions } from "@/components/session/online";
import { announce } from "@/components/ui/announcer";
import { showToast } from "@/components/ui/toast";
import type { Job } from "@/lib/contract/job";
import { jobQueries } from "@/lib/query/jobs";
import { sendBulk } from "@/lib/query/use-job-action";

const PAUSE_MS = 300;

/** Why the asking ended, for eye and ear. */
export const BULK_END: Record<BulkEnd, string> = {
  all: "All answers are in",
  stopped: "Stopped: the others were not sent",
  signed_out: "Your session has ended: the others were not sent",
  no_answer: "The server did not answer: the others were not sent",
};

/** Sends a bulk action part by part; it ends with the page that shows it. */
export function useBulk(jobs: readonly Job[]) {
  const [results, setResults] = useState<BulkResults>(new Map());
  const [phase, setPhase] = useState<"preview" | "sending" | "done">("preview");
  const [end, setEnd] = useState<BulkEnd | null>(null);
  const [stopping, setStopping] = useState(false);
  const stop = useRef(false);
  const gone = useRef(false);
  const client = useQueryClient();
  const why = useWhyNoActions();
  const whyNow = useRef(why);
  // What was confirmed is what is sent: polls that come in meanwhile change nothing.
  const [plan] = useState(() => planBulk(jobs));
  useEffect(() => {
    whyNow.current = why;
  }, [why]);
  useEffect(() => {
    gone.current = false;
    return () => void (gone.current = true);
  }, []);

  async function run(reason: string | undefined) {
    setPhase("sending");
    const ended = await runBulk({
      asked: plan.asked,
      send: (part) => sendBulk(part, reason),
      pause: () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS)),
      isStopped: () => stop.current || gone.current || whyNow.current !== null,
      onResults: (part) => setResults((before) => new Map([...before, ...part])),
    });
    setEnd(ended);
    setPhase("done");
    announce(BULK_END[ended]);
    if (gone.current && ended !== "all") void showToast(BULK_END[ended], "bad");
    void client.invalidateQueries({ queryKey: jobQueries.all });
  }
  function abort() {
    stop.current = true;
    setStopping(true);
  }
  return { plan, results, phase, end, stopping, why, run, abort };
}
