"use client";

import { useQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { shortHash } from "@/components/audit/audit-words";
import { problemWords } from "@/components/jobs/problem-words";
import { Instant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import type { AuditVerdict } from "@/lib/contract/audit";
import { plural } from "@/lib/format/number";
import { auditQueries } from "@/lib/query/audit";

/** Asks the server to walk the chain of hashes, and says what it found. */
export function useVerdict() {
  const { data, error, isFetching, dataUpdatedAt, refetch } = useQuery({ ...auditQueries.verdict(), retry: false });
  return { verdict: data, error, isFetching, at: dataUpdatedAt, verify: () => void refetch() };
}
type Asked = ReturnType<typeof useVerdict>;

export function VerifyButton({ isFetching, verify }: Asked) {
  return (
    <Button onClick={verify} disabled={isFetching}>
      <ShieldCheck aria-hidden size={14} />
      {isFetching ? "Verifying …" : "Verify chain"}
    </Button>
  );
}

function Hash({ hash, label }: { hash: string; label: string }) {
  return (
    <span className="inline-flex items-center gap-1 align-middle">
      <code className="font-mono text-sm" title={hash}>
        {shortHash(hash)}…
      </code>
      <CopyButton text={() => hash} label={label} />
    </span>
  );
}

function Broken({ verdict }: { verdict: AuditVerdict }) {
  const { firstBad, entries } = verdict;
  return (
    <>
      <b className="font-semibold">The chain is broken</b> after {plural(entries, "record")} that fit.{" "}
      {firstBad ? (
        <>
          The first that does not is <code className="font-mono text-sm">{firstBad.id}</code>: {firstBad.reason}.
        </>
      ) : null}{" "}
      What stands from there on was not written by this product, or was changed after it was.
    </>
  );
}

/** What came of it. Every outcome of an action is a record of its own, so that there are more records than rows. */
export function Verdict({ verdict, error, at, isFetching, verify }: Asked) {
  if (isFetching) return null;
  if (error) {
    const retry = (
      <Button small onClick={verify}>
        Try again
      </Button>
    );
    return (
      <Notice tone="caution" live action={retry}>
        The chain was not verified. {problemWords(error)}
      </Notice>
    );
  }
  if (!verdict) return null;
  return (
    <Notice tone={verdict.ok ? "good" : "bad"} live>
      {verdict.ok ? (
        <>
          <b className="font-semibold">The chain is whole:</b> {plural(verdict.entries, "record")}, each sealed by the
          one before. An action is a record, and so is each outcome of it.{" "}
          {verdict.head ? (
            <>
              Head <Hash hash={verdict.head} label="Copy the head's hash" />
            </>
          ) : null}
        </>
      ) : (
        <Broken verdict={verdict} />
      )}{" "}
      <span className="text-faint">
        Verified <Instant iso={new Date(at).toISOString()} />
      </span>
    </Notice>
  );
}
