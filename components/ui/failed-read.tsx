import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";

/** What a page says when a reading failed: beside what it still shows, or in place of it. */
export function FailedRead({
  title,
  kept,
  onRetry,
  children,
}: {
  /** Where there is nothing to show. */
  title: string;
  /** What is said of what is shown, as it was; null where there is none. */
  kept: string | null;
  onRetry: () => void;
  /** What went wrong. */
  children: ReactNode;
}) {
  if (kept !== null) {
    return (
      <Notice
        tone="caution"
        action={
          <Button small onClick={onRetry}>
            Try again
          </Button>
        }
      >
        {children} {kept}
      </Notice>
    );
  }
  return (
    <div className="panel">
      <EmptyState title={title} action={<Button onClick={onRetry}>Try again</Button>}>
        {children}
      </EmptyState>
    </div>
  );
}
