"use client";

import { useEffect } from "react";
import { isChunkProblem, reloadOnce } from "@/components/shell/reload-once";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** In place of what could not be drawn. */
export function BrokenPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  useEffect(() => {
    if (isChunkProblem(error)) reloadOnce();
  }, [error]);
  return (
    <EmptyState
      title="This page could not be drawn"
      action={
        <>
          <Button tone="primary" onClick={reset}>
            Try again
          </Button>
          <Button onClick={() => window.location.reload()}>Reload</Button>
        </>
      }
    >
      The jobs themselves are not touched by this.{error.digest ? ` Reference: ${error.digest}` : ""}
    </EmptyState>
  );
}
