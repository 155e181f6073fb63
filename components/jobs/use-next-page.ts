import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { problemWords } from "@/components/jobs/problem-words";
import { type ListQuestion, loadNextPage, onListAnswered } from "@/lib/query/jobs";

/**
 * The page below those that are shown. Where it could not be had, `problem` says so in words; it is asked for again by
 * hand, or once the list itself has been answered, and not with each row that is scrolled by.
 */
export function useNextPage(question: ListQuestion): { problem: string | null; load: () => void; ahead: () => void } {
  const client = useQueryClient();
  const [failure, setFailure] = useState<{ question: ListQuestion; words: string } | null>(null);
  const loading = useRef<ListQuestion | null>(null);
  const problem = failure?.question === question ? failure.words : null;
  const failed = problem !== null;

  const load = useCallback(() => {
    if (loading.current === question) return;
    loading.current = question;
    loadNextPage(client, question)
      .then(
        () => setFailure(null),
        (error: unknown) => setFailure({ question, words: problemWords(error) }),
      )
      .finally(() => {
        if (loading.current === question) loading.current = null;
      });
  }, [client, question]);
  const ahead = useCallback(() => {
    if (!failed) load();
  }, [failed, load]);
  useEffect(() => (failed ? onListAnswered(client, question, load) : undefined), [failed, client, question, load]);
  return { problem, load, ahead };
}
