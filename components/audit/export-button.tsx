"use client";

import { Download } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { exportAudit } from "@/components/audit/audit-csv";
import { problemWords } from "@/components/jobs/problem-words";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { formatCount, plural } from "@/lib/format/number";
import type { AuditFilter } from "@/lib/query/audit";

function save(blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `jobwatch-audit-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** All that the filter leaves, as a file; it can be stopped on the way. */
export function ExportButton({ filter }: { filter: AuditFilter }) {
  const [count, setCount] = useState<number | null>(null);
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);
  async function start() {
    const own = new AbortController();
    running.current = own;
    setCount(0);
    try {
      save(await exportAudit(filter, { signal: own.signal, progress: setCount }));
      void showToast("The audit is saved as CSV");
    } catch (error) {
      if (!own.signal.aborted) void showToast(`Nothing was saved. ${problemWords(error)}`, "bad");
    } finally {
      running.current = null;
      setCount(null);
    }
  }
  if (count !== null) {
    return (
      <Button onClick={() => running.current?.abort()} title={`${plural(count, "entry", "entries")} so far`}>
        Stop ({formatCount(count)})
      </Button>
    );
  }
  return (
    <Button onClick={() => void start()}>
      <Download aria-hidden size={14} />
      Export CSV
    </Button>
  );
}
