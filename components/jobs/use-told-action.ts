"use client";

import { useEffect, useRef } from "react";
import { actionNews, alreadyAsked } from "@/components/jobs/action-news";
import type { ActionTarget } from "@/components/jobs/action-target";
import { announce } from "@/components/ui/announcer";
import { showToast } from "@/components/ui/toast";
import { useJobAction } from "@/lib/query/use-job-action";

/** An action whose outcome is told in any case: by a toast, where the dialog is closed by then or has nothing to add. */
export function useToldAction(job: ActionTarget, name: string, onClose: () => void) {
  const open = useRef(true);
  useEffect(() => {
    open.current = true;
    return () => void (open.current = false);
  }, []);
  return useJobAction({
    onSuccess: (answer, { action }) => {
      const { text } = actionNews(action, name, { answer });
      announce(text);
      if (!open.current) return void showToast(text);
      if (alreadyAsked(answer) || answer.plan?.length || answer.started?.length) return;
      void showToast(`${job.connection} accepted it. It shows here when it takes effect.`);
      onClose();
    },
    onError: (error, { action }) => {
      const { text, tone } = actionNews(action, name, { error });
      announce(text);
      if (!open.current) void showToast(text, tone);
    },
  });
}
