import { Notice } from "@/components/ui/notice";
import type { ConnectionList } from "@/lib/contract/connection";
import { visibleText } from "@/lib/format/visible-text";

/** What is wrong with the connections file, to the line. */
export function FileProblem({ problem }: { problem: NonNullable<ConnectionList["fileProblem"]> }) {
  const { file, line, field, message } = problem;
  return (
    <Notice tone="caution">
      The connections file has a mistake; the last good one is in use.{" "}
      <span className="font-mono text-sm">
        {file}
        {line === null ? "" : `:${line}`}
        {field === null ? "" : ` ${field}`}
      </span>
      : {visibleText(message)}
    </Notice>
  );
}
