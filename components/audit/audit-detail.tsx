import type { ReactNode } from "react";
import { outcomeFace } from "@/components/audit/audit-words";
import { FullInstant } from "@/components/time/instant";
import { CopyButton } from "@/components/ui/copy-button";
import type { AuditEntry } from "@/lib/contract/audit";
import { visibleText } from "@/lib/format/visible-text";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-sm text-faint">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere] whitespace-pre-wrap">{children}</dd>
    </>
  );
}

const Absent = ({ children }: { children: ReactNode }) => <span className="text-faint">{children}</span>;

/** The whole of an entry, with what its outcome means. */
export function AuditDetail({ entry }: { entry: AuditEntry }) {
  const { advice } = outcomeFace(entry.outcome);
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1.5 max-xs:grid-cols-1 max-xs:gap-y-0.5">
      {advice ? <Fact name="Means">{advice}</Fact> : null}
      <Fact name="Reason given">{entry.reason ? visibleText(entry.reason) : <Absent>none</Absent>}</Fact>
      <Fact name="Vendor's words">
        {entry.vendorMessage ? visibleText(entry.vendorMessage) : <Absent>none</Absent>}
      </Fact>
      <Fact name="Asked">
        <FullInstant iso={entry.at} />
      </Fact>
      <Fact name="Settled">{entry.settledAt ? <FullInstant iso={entry.settledAt} /> : <Absent>not yet</Absent>}</Fact>
      <Fact name="Entry">
        <code className="font-mono text-sm">{entry.id}</code>{" "}
        <CopyButton text={() => entry.id} label="Copy the entry's id" />
      </Fact>
      <Fact name="Hash">
        <code className="font-mono text-sm">{entry.hash}</code>{" "}
        <CopyButton text={() => entry.hash} label="Copy the hash" />
      </Fact>
    </dl>
  );
}
